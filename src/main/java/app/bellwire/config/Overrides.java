package app.bellwire.config;

import java.util.List;
import java.util.Optional;

/// Puts `key=value` overrides over what the main file says. Pure but for the findings.
///
/// Keys are dotted, such as `web.port`. A value is taken as it is; one that begins with `[` or `{`
/// is YAML. An override of `x` drops `x_file` and the other way round.
final class Overrides {
  private static final String FILE = "_file";

  private Overrides() {}

  static Yaml.Entries apply(Yaml.Entries main, List<String> overrides, Findings findings) {
    Yaml.Entries result = main;
    for (String override : overrides) {
      result = apply(result, override, findings);
    }
    return result;
  }

  private static Yaml.Entries apply(Yaml.Entries main, String override, Findings findings) {
    int equals = override.indexOf('=');
    String key = (equals < 0 ? override : override.substring(0, equals)).strip();
    Place place = Place.override(key);
    if (!Keys.dotted().contains(key)) {
      findings.problem(place, "not a known key", Keys.nearest(key, Keys.dotted()));
      return main;
    }
    if (equals < 0) {
      findings.problem(place, "needs a value, as in --set " + key + "=…");
      return main;
    }
    return value(override.substring(equals + 1), place, findings)
        .map(value -> put(main, key, value))
        .orElse(main);
  }

  private static Optional<Yaml> value(String text, Place place, Findings findings) {
    if (!text.startsWith("[") && !text.startsWith("{")) {
      return Optional.of(new Yaml.Scalar(text, false, place));
    }
    Findings inText = new Findings();
    Optional<Yaml> value = YamlParser.parse(place.file(), text, inText);
    inText.problems().forEach(p -> findings.problem(place, p.what(), p.hint()));
    return value.map(found -> found.at(place));
  }

  private static Yaml.Entries put(Yaml.Entries main, String dotted, Yaml value) {
    int dot = dotted.indexOf('.');
    if (dot < 0) {
      return main.with(new Yaml.Entry(dotted, value.place(), value));
    }
    String section = dotted.substring(0, dot);
    String key = dotted.substring(dot + 1);
    Yaml.Entry old =
        main.find(section).orElse(new Yaml.Entry(section, value.place(), nothing(value.place())));
    Yaml.Entries changed =
        (old.value() instanceof Yaml.Entries entries ? entries : nothing(old.place()))
            .without(twin(key))
            .with(new Yaml.Entry(key, value.place(), value));
    return main.with(new Yaml.Entry(section, old.place(), changed));
  }

  private static Yaml.Entries nothing(Place place) {
    return new Yaml.Entries(List.of(), place);
  }

  private static String twin(String key) {
    return key.endsWith(FILE) ? key.substring(0, key.length() - FILE.length()) : key + FILE;
  }
}
