package app.bellwire.chat.slack;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives back what a person typed, of which Slack makes marks and escapes. Pure.
///
///     text := ( "&amp;" | "&lt;" | "&gt;" | mark | any )*
///     mark := "<" ( "#" channel | "@" user | "!" special | address ) [ "|" label ] ">"
///
/// A channel stays as it is marked, because it is found by its id. The marks of code and the spaces
/// that do not break mean nothing in a query and get in with what is pasted.
final class TypedText {
  private static final Pattern MARK = Pattern.compile("<([^<>]+)>");
  private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.+");
  private static final Pattern ESCAPE = Pattern.compile("&(amp|lt|gt);");

  private TypedText() {}

  /// @param names what a person is called, by their id
  static String of(String text, Function<String, Optional<String>> names) {
    String unmarked =
        MARK.matcher(text)
            .replaceAll(mark -> Matcher.quoteReplacement(unmarked(mark.group(1), names)));
    String plain = ESCAPE.matcher(unmarked).replaceAll(TypedText::unescaped);
    return plain.replace("`", "").replace('\u00A0', ' ').strip();
  }

  private static String unescaped(MatchResult escape) {
    return switch (escape.group(1)) {
      case "lt" -> "<";
      case "gt" -> ">";
      default -> "&";
    };
  }

  private static String unmarked(String mark, Function<String, Optional<String>> names) {
    int bar = mark.indexOf('|');
    String target = bar < 0 ? mark : mark.substring(0, bar);
    String label = bar < 0 ? "" : mark.substring(bar + 1);
    if (target.startsWith("@")) {
      return person(target.substring(1), label, names);
    }
    if (target.startsWith("!")) {
      return special(target.substring(1), label);
    }
    return ADDRESS.matcher(target).matches() ? address(target, label) : "<" + mark + ">";
  }

  private static String person(String id, String label, Function<String, Optional<String>> names) {
    return "@" + (label.isEmpty() ? names.apply(id).orElse(id) : label);
  }

  private static String special(String what, String label) {
    if (what.startsWith("date^") || what.startsWith("subteam^")) {
      return label;
    }
    return "@" + what;
  }

  private static String address(String target, String label) {
    if (target.startsWith("mailto:")) {
      return target.substring("mailto:".length());
    }
    return target.startsWith("tel:") && !label.isEmpty() ? label : target;
  }
}
