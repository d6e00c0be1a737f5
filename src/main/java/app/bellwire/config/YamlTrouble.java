package app.bellwire.config;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Why a text is no YAML, in an admin's words. Never repeats the text itself, which may hold a
/// secret.
///
/// @param line from 1; 0 where none can be named
record YamlTrouble(int line, String what) {
  private static final Pattern TAB_INDENT = Pattern.compile(" *\t.*");
  private static final Pattern TEXT_AFTER_QUOTE =
      Pattern.compile("\\s*(- +)?[\\w-]+: +(\"[^\"]*\"|'[^']*')\\s*[^\\s#,}\\]].*");
  private static final Pattern BARE_PLACEHOLDER =
      Pattern.compile(".*[{\\[,][^\"']*: *[^\"' ]*\\$\\{.*");

  /// @param lastQuoted the last text in quotes before the trouble
  static YamlTrouble of(
      String text, YamlEngineException trouble, @Nullable ScalarEvent lastQuoted) {
    return switch (trouble) {
      case ReaderException reader ->
          new YamlTrouble(
              lineAt(text, reader.getPosition()),
              "the character U+%04X cannot stand in YAML".formatted(reader.getCodePoint()));
      case MarkedYamlEngineException marked -> marked(text, marked, lastQuoted);
      default -> new YamlTrouble(0, "not YAML: " + firstLine(trouble.getMessage()));
    };
  }

  private static YamlTrouble marked(
      String text, MarkedYamlEngineException trouble, @Nullable ScalarEvent lastQuoted) {
    int at = line(trouble.getProblemMark());
    int from = line(trouble.getContextMark());
    String line = text.lines().skip(Math.max(0, at - 1)).findFirst().orElse("");
    if (TAB_INDENT.matcher(line).matches()) {
      return new YamlTrouble(at, "a tab indents this line; YAML takes spaces only");
    }
    if (inQuotes(trouble)) {
      return new YamlTrouble(from, "the quote that opens here is never closed");
    }
    if (TEXT_AFTER_QUOTE.matcher(line).matches()) {
      return new YamlTrouble(
          at,
          "text goes on after the closing quote; put the whole value in single quotes, as in"
              + " query: '\"water treaty\" AND Arven'");
    }
    if (BARE_PLACEHOLDER.matcher(line).matches()) {
      return new YamlTrouble(at, "between brackets a ${…} needs quotes around its value");
    }
    if (lastQuoted != null && overLinesTo(at, lastQuoted)) {
      return new YamlTrouble(
          line(lastQuoted.getStartMark()), "the quote that opens here is closed too late");
    }
    if (inBrackets(trouble) && (from < at || contains(trouble.getProblem(), "<stream end>"))) {
      return new YamlTrouble(
          from, "the bracket that opens here is not closed, or a comma is missing");
    }
    return new YamlTrouble(Math.max(at, from), "not YAML" + column(trouble) + ": " + said(trouble));
  }

  private static String said(MarkedYamlEngineException trouble) {
    String problem = firstLine(trouble.getProblem());
    if (problem.contains("mapping values are not allowed")) {
      return "a ':' where none can be; text with ': ' in it needs quotes, or the line before lacks"
          + " its ':'";
    }
    if (problem.contains("that cannot start any token")) {
      return "a character that cannot begin a value; put the value in quotes";
    }
    if (problem.contains("could not find expected ':'")) {
      return "a line without a ':' after its key";
    }
    if (problem.contains("undefined tag handle")) {
      return "text that begins with ! needs quotes";
    }
    if (problem.contains("<block end>")) {
      return "the indentation does not fit the lines before, or a value lacks quotes";
    }
    return problem;
  }

  private static boolean overLinesTo(int end, ScalarEvent quoted) {
    return line(quoted.getStartMark()) < end && line(quoted.getEndMark()) == end;
  }

  private static boolean inQuotes(MarkedYamlEngineException trouble) {
    return contains(trouble.getContext(), "quoted scalar")
        && contains(trouble.getProblem(), "unexpected end of stream");
  }

  private static boolean inBrackets(MarkedYamlEngineException trouble) {
    return contains(trouble.getContext(), "while parsing a flow")
        && contains(trouble.getProblem(), "expected ','");
  }

  private static boolean contains(@Nullable String text, String part) {
    return text != null && text.contains(part);
  }

  private static String column(MarkedYamlEngineException trouble) {
    return trouble.getProblemMark().map(mark -> " at column " + (mark.getColumn() + 1)).orElse("");
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(m -> m.getLine() + 1).orElse(0);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static int lineAt(String text, int codePoints) {
    return 1
        + (int) text.codePoints().limit(Math.max(0, codePoints)).filter(c -> c == '\n').count();
  }
}
