package app.bellwire.config;

import app.bellwire.config.Values.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts the environment into values: `${NAME}`, or `${NAME:-default}` where the variable may be
/// unset or empty; `$${` is `${` itself. What a variable holds is not looked at again. Thread-safe.
///
/// @param environment the value of a variable, or null
record Placeholders(Function<String, @Nullable String> environment) {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(\\$)?\\$\\{(?:([A-Za-z_]\\w*)(?::-([^}]*))?})?");

  Parsed<String> expand(String text) {
    if (!text.contains("${")) {
      return Values.good(text);
    }
    List<String> wrong = new ArrayList<>();
    String expanded =
        PLACEHOLDER
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(value(found, wrong)));
    return wrong.isEmpty() ? Values.good(expanded) : Values.bad(String.join("; ", wrong));
  }

  /// The same with the names of the variables instead of what they hold.
  String withoutEnvironment(String text) {
    Placeholders names = new Placeholders(name -> holds(name) ? "${" + name + "}" : null);
    return names.expand(text) instanceof Parsed.Good<String>(String shown) ? shown : text;
  }

  private boolean holds(String name) {
    String value = environment.apply(name);
    return value != null && !value.isEmpty();
  }

  private String value(MatchResult found, List<String> wrong) {
    if (found.group(1) != null) {
      return found.group().substring(1);
    }
    String name = found.group(2);
    if (name == null) {
      wrong.add("a '${' begins no placeholder: write ${NAME} or ${NAME:-default}, $${ for itself");
      return "";
    }
    String fallback = found.group(3);
    String value = environment.apply(name);
    if (fallback != null) {
      return value == null || value.isEmpty() ? fallback : value;
    }
    if (value == null) {
      wrong.add(
          "the environment has no " + name + "; if it may be missing write ${" + name + ":-}");
      return "";
    }
    return value;
  }
}
