package app.bellwire.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Says in an admin's words why a text is no YAML, and where. Never repeats the text itself, which
/// may hold a secret.
final class YamlTrouble {
  private static final Pattern TAB_INDENT = Pattern.compile(" *\t.*");
  private static final Pattern TEXT_AFTER_QUOTE =
      Pattern.compile("\\s*(- +)?[\\w-]+: +(\"[^\"]*\"|'[^']*')\\s*[^\\s#,}\\]].*");

  private YamlTrouble() {}

  static Place place(Path file, String text, YamlEngineException trouble) {
    return new Place(
        file,
        switch (trouble) {
          case ReaderException reader -> lineAt(text, reader.getPosition());
          case MarkedYamlEngineException marked -> mark(marked).map(Mark::getLine).orElse(-1) + 1;
          default -> 0;
        },
        0);
  }

  static String what(String text, YamlEngineException trouble) {
    return switch (trouble) {
      case ReaderException reader ->
          "the character U+%04X cannot stand in YAML".formatted(reader.getCodePoint());
      case MarkedYamlEngineException marked -> what(text, marked);
      default -> "not YAML: " + firstLine(String.valueOf(trouble.getMessage()));
    };
  }

  private static String what(String text, MarkedYamlEngineException trouble) {
    String line = mark(trouble).map(mark -> line(text, mark.getLine())).orElse("");
    if (TAB_INDENT.matcher(line).matches()) {
      return "a tab indents this line; YAML takes spaces only";
    }
    if (unclosedQuote(trouble)) {
      return "the quote that opens in this line is never closed";
    }
    if (unclosedBracket(trouble)) {
      return "the bracket that opens in this line is never closed";
    }
    if (TEXT_AFTER_QUOTE.matcher(line).matches()) {
      return "text goes on after the closing quote; put the whole value in single quotes, as in"
          + " query: '\"water treaty\" AND Arven'";
    }
    String column = mark(trouble).map(mark -> ", column " + (mark.getColumn() + 1)).orElse("");
    return "not YAML: " + problem(trouble) + column;
  }

  private static String problem(MarkedYamlEngineException trouble) {
    String problem = firstLine(String.valueOf(trouble.getProblem()));
    if (problem.contains("mapping values are not allowed")) {
      return "a ':' where none can be; text with ': ' in it needs quotes";
    }
    if (problem.contains("that cannot start any token")) {
      return "a character that cannot begin a value; put the value in quotes";
    }
    if (problem.contains("could not find expected ':'")) {
      return "a line without a ':' after its key";
    }
    if (problem.contains("<block end>")) {
      return "the indentation does not fit the lines before, or a value lacks quotes";
    }
    return problem;
  }

  /// Where the trouble began: the opening quote or bracket when it is never closed.
  private static Optional<Mark> mark(MarkedYamlEngineException trouble) {
    return unclosedQuote(trouble) || unclosedBracket(trouble)
        ? trouble.getContextMark()
        : trouble.getProblemMark().or(trouble::getContextMark);
  }

  private static boolean unclosedQuote(MarkedYamlEngineException trouble) {
    return contains(trouble.getContext(), "quoted scalar")
        && contains(trouble.getProblem(), "unexpected end of stream");
  }

  private static boolean unclosedBracket(MarkedYamlEngineException trouble) {
    return contains(trouble.getContext(), "while parsing a flow")
        && contains(trouble.getProblem(), "<stream end>");
  }

  private static boolean contains(@Nullable String text, String part) {
    return text != null && text.contains(part);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static String line(String text, int index) {
    return text.lines().skip(index).findFirst().orElse("");
  }

  private static int lineAt(String text, int codePoints) {
    return 1
        + (int) text.codePoints().limit(Math.max(0, codePoints)).filter(c -> c == '\n').count();
  }
}
