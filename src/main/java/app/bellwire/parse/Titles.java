package app.bellwire.parse;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/// Makes one line of plain text of what feeds put into titles, and markup of plain text.
/// Thread-safe.
final class Titles {
  private static final Pattern TAG =
      Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)\\b[^<>]*>|<![a-zA-Z][^<>]*>");
  private static final Pattern ESCAPED =
      Pattern.compile(
          "&(?:amp|quot|lt|gt|apos|nbsp|[lr][sd]quo|[mn]dash|#\\d+|#[xX]\\p{XDigit}+);");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2028\\u2029\\u0085]+");
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n\\s*");

  private Titles() {}

  /// A title that may hold HTML: tags go, entities become characters, also those escaped twice.
  static String ofHtml(String html) {
    String text = Markup.cut(html, Parsers.MAX_TITLE);
    if (text.indexOf('<') >= 0) {
      text = withoutTags(text);
    }
    return ofText(text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text);
  }

  /// A title that is plain text by its own word; entities in it were escaped twice.
  static String ofText(String text) {
    String plain = Markup.cut(text, Parsers.MAX_TITLE);
    if (plain.indexOf('&') >= 0 && ESCAPED.matcher(plain).find()) {
      plain = Parser.unescapeEntities(plain, false);
    }
    return SPACE.matcher(plain).replaceAll(" ").strip();
  }

  private static String withoutTags(String html) {
    String bare = without(html, "<!--", "-->");
    bare = without(without(bare, "<script", "</script>"), "<style", "</style>");
    return TAG.matcher(bare).replaceAll(Titles::instead);
  }

  /// `text` without what stands between the two marks and without these.
  private static String without(String text, String open, String close) {
    int start = text.indexOf(open);
    int end = start < 0 ? -1 : text.indexOf(close, start);
    if (end < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int kept = 0;
    while (start >= 0 && end >= 0) {
      out.append(text, kept, start);
      kept = end + close.length();
      start = text.indexOf(open, kept);
      end = start < 0 ? -1 : text.indexOf(close, start);
    }
    return out.append(text, kept, text.length()).toString();
  }

  /// Only tags of HTML are tags: a headline may well speak of <something>.
  private static String instead(MatchResult tag) {
    if (tag.group(1) == null) {
      return "";
    }
    if (!Tag.isKnownTag(tag.group(1))) {
      return Matcher.quoteReplacement(tag.group());
    }
    return Tag.valueOf(tag.group(1)).isBlock() || tag.group(1).equalsIgnoreCase("br") ? " " : "";
  }

  /// Plain text as an HTML fragment: blank lines part paragraphs, line ends stay.
  static String markupOf(String text) {
    String stripped = Markup.cut(text, Parsers.MAX_CONTENT).strip();
    if (stripped.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    for (String paragraph : BLANK_LINE.split(stripped.replace("\r\n", "\n"))) {
      out.append("<p>").append(Entities.escape(paragraph).replace("\n", "<br>")).append("</p>");
    }
    return out.toString();
  }
}
