package app.bellwire.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Makes one file's text into [Yaml], with the place of every value. Confined to one thread, for
/// one text.
///
/// Depth and the number of values are bounded, aliases counted as what they stand for.
final class YamlParser {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_VALUES = 2_000_000;
  private static final Set<String> TAGS =
      Set.of("!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map");

  private final Path file;
  private final String text;
  private final Findings findings;
  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int values;

  /// The last text in quotes.
  private @Nullable ScalarEvent quoted;

  private record Anchored(Yaml value, int size) {}

  private YamlParser(Path file, String text, Findings findings) {
    this.file = file;
    this.text = text;
    this.findings = findings;
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(Content.LIMIT).setLabel("config").build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /// The one document of `text`, a value that is nothing where there is none; empty when `text` is
  /// no YAML, which `findings` then knows.
  static Optional<Yaml> parse(Path file, String text, Findings findings) {
    YamlParser parser = new YamlParser(file, text, findings);
    try {
      return parser.document();
    } catch (Unreadable unreadable) {
      findings.problem(unreadable.place, unreadable.what);
    } catch (YamlEngineException notYaml) {
      YamlTrouble trouble = YamlTrouble.of(text, notYaml, parser.quoted);
      findings.problem(new Place(file, trouble.line(), 0), trouble.what());
    }
    return Optional.empty();
  }

  private Optional<Yaml> document() {
    Optional<Yaml> found = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent) {
        found = Optional.of(value(event, 0));
      } else if (event instanceof DocumentStartEvent && found.isPresent()) {
        throw new Unreadable(
            place(event), "a second document begins here; one is all there can be");
      }
    }
    return found.or(() -> Optional.of(new Yaml.Scalar("", true, new Place(file, 1, 0))));
  }

  private Yaml value(Event event, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Unreadable(place(event), "lists and keys are nested more than 32 deep");
    }
    count(event, 1);
    int before = values;
    Yaml value =
        switch (event) {
          case AliasEvent alias -> alias(alias);
          case ScalarEvent scalar -> scalar(scalar);
          case SequenceStartEvent start -> items(start, depth);
          case MappingStartEvent start -> entries(start, depth);
          default -> throw new IllegalStateException("not a value: " + event);
        };
    if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
      node.getAnchor().ifPresent(a -> anchors.put(a, new Anchored(value, values - before + 1)));
    }
    return value;
  }

  private void count(Event event, int more) {
    values += more;
    if (values > MAX_VALUES) {
      throw new Unreadable(place(event), "there are more than two million values");
    }
  }

  private Yaml alias(AliasEvent event) {
    Anchored meant = anchors.get(event.getAlias());
    if (meant == null) {
      throw new Unreadable(
          place(event),
          "the word after * stands for nothing: there is none with & before it. Text that begins"
              + " with * needs quotes");
    }
    count(event, meant.size());
    return meant.value();
  }

  private Yaml scalar(ScalarEvent event) {
    refuseTag(event, event.getTag());
    if (event.isSQuoted() || event.isDQuoted()) {
      quoted = event;
    }
    return new Yaml.Scalar(event.getValue(), event.isPlain(), scalarPlace(event));
  }

  private Yaml items(SequenceStartEvent start, int depth) {
    refuseTag(start, start.getTag());
    List<Yaml> items = new ArrayList<>();
    for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
      items.add(value(next, depth + 1));
    }
    return new Yaml.Items(items, place(start));
  }

  private Yaml entries(MappingStartEvent start, int depth) {
    refuseTag(start, start.getTag());
    Map<String, Yaml.Entry> entries = new HashMap<>();
    List<Yaml.Entry> inOrder = new ArrayList<>();
    for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
      Place place = place(next);
      String key = key(value(next, depth + 1));
      Yaml.Entry entry = new Yaml.Entry(key, place, value(events.next(), depth + 1));
      Yaml.Entry first = entries.putIfAbsent(key, entry);
      if (first == null) {
        inOrder.add(entry);
      } else {
        findings.problem(
            place, Shown.key(key) + " stands here twice, first in line " + first.place().line());
      }
    }
    return new Yaml.Entries(inOrder, place(start));
  }

  private static String key(Yaml value) {
    if (value instanceof Yaml.Scalar scalar) {
      return scalar.text();
    }
    throw new Unreadable(value.place(), "a key must be a word, not " + value.kind());
  }

  /// Known tags change nothing: the key says what a value is.
  private void refuseTag(Event event, Optional<String> tag) {
    tag.filter(name -> !TAGS.contains(name))
        .ifPresent(
            name ->
                findings.problem(
                    place(event),
                    "a tag, a word that begins with !, means nothing here; quote the text"));
  }

  private Place place(Event event) {
    return new Place(file, event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0), 0);
  }

  /// With a column only when the text stands in the file as it is, so that columns can be counted.
  private Place scalarPlace(ScalarEvent event) {
    Mark start = event.getStartMark().orElseThrow();
    Mark end = event.getEndMark().orElseThrow();
    int quote = event.isPlain() ? 0 : 1;
    int length = event.getValue().codePointCount(0, event.getValue().length());
    boolean asIs =
        start.getLine() == end.getLine()
            && end.getColumn() - start.getColumn() == length + 2 * quote;
    return new Place(file, start.getLine() + 1, asIs ? start.getColumn() + 1 + quote : 0);
  }

  /// Ends the reading of a file: nothing sensible can be said about what follows.
  private static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Place place;
    private final String what;

    Unreadable(Place place, String what) {
      super(what, null, false, false);
      this.place = place;
      this.what = what;
    }
  }
}
