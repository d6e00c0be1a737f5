package app.bellwire.article;

import app.bellwire.article.Article.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds what an agency says about the report itself: that it corrects, repeats or withdraws one.
/// Thread-safe.
final class Notices {
  /// @param text the headline without the tags
  record Tagged(Kind kind, String text) {}

  /// @param paragraphs the body without the note
  record Noted(Kind kind, Optional<String> note, List<String> paragraphs) {}

  private static final Pattern TAG =
      Pattern.compile(
          "[(\\[]?(?:(?<kill>(?:MANDATORY |BULLETIN"
              + " )?KILL|WITHDRAWN|WITHDRAWAL|WITHDRAWS|RETRACTION|RETRACTED"
              + "|(?:Withdrawn|Retracted|Retraction|Kill)(?=:))"
              + "|(?<fix>CORRECTED|CORRECTION|CORRECTS|CORRECTING|(?:Corrected|Correction|Corrects)(?=:))|(?<plain>ADVISORY|REFILE|RPT|REPEAT|UPDATED?(?:"
              + " ?\\d+)?|WRAPUP(?: ?\\d+)?|(?:Refile|Update|Updated|Advisory)(?=:)))(?:"
              + " ?\\(\\w+\\))?[)\\]]?(?:\\s?[-–—:]\\s?|$)");
  private static final Pattern TAIL =
      Pattern.compile(
          "\\s*[(\\[](?:(?<kill>withdrawn|retracted)|(?<fix>corrected|correction|corrects"
              + " [^()\\[\\]]*)|updated?)[)\\]]$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EDITORS =
      Pattern.compile(
          "[(\\[]((?:corrects|corrected|correcting|refiles|repeats|adds|updates|recasts|clarifies|removes|deletes"
              + "|fixes|changes|restores)\\b[^()\\[\\]]{2,400})[)\\]]\\.?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CORRECTION_NOTE =
      Pattern.compile(
          "(?:correction|editor['’]?s['’]? note|clarification)\\s*[:—–-]\\s*(.{5,600})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CORRECTS =
      Pattern.compile("(?i)\\b(?:correct|clarif|removes|deletes)");
  private static final String REPORT =
      "(?:story|item|report|article|dispatch|copy|version|headline)";
  private static final String ASKS = "(?:do not use|disregard|kill)";
  private static final String GONE =
      "(?:has been|have been|is|was|are) (?:withdrawn|retracted|killed)";
  private static final Pattern WITHDRAWS =
      Pattern.compile(
          "(?i)(?:(?:attention )?editors?[:,]? )?(?:please )?"
              + ASKS
              + "(?: it| this)?[.!]*"
              + "|.*\\b"
              + ASKS
              + " (?:this|the|our|its)(?: [\\w’'-]+){0,5} "
              + REPORT
              + "\\b.*"
              + "|.*\\b"
              + REPORT
              + "\\b.*\\bplease "
              + ASKS
              + "\\b.*"
              + "|.*\\b(?:this|our) (?:story|item|report|article|dispatch)\\b.{0,160}\\b"
              + GONE
              + "\\b.*"
              + "|the (?:[\\w’'-]+ ){0,6}(?:story|item|dispatch|article)\\b.{0,160}\\b"
              + GONE
              + "\\b.*|.*\\b(?:withdraws|retracts) (?:the|its|this) (?:[\\w’'-]+"
              + " ){0,4}(?:story|item|dispatch|article)\\b.*");
  private static final int MOST_TAGS = 4;
  private static final int LONGEST_WITHDRAWAL = 500;

  private Notices() {}

  /// The headline without `CORRECTED-`, `UPDATE 1-` and the like.
  static Tagged tagged(String headline) {
    Kind kind = Kind.REPORT;
    String text = headline;
    for (int i = 0; i < MOST_TAGS; i++) {
      Matcher tag = TAG.matcher(text);
      if (!tag.lookingAt()) {
        break;
      }
      kind = graver(kind, kind(tag));
      text = text.substring(tag.end()).strip();
    }
    Matcher tail = TAIL.matcher(text);
    return tail.find()
        ? new Tagged(graver(kind, kind(tail)), text.substring(0, tail.start()).strip())
        : new Tagged(kind, text);
  }

  private static Kind kind(Matcher tag) {
    if (tag.group("kill") != null) {
      return Kind.WITHDRAWAL;
    }
    return tag.group("fix") != null ? Kind.CORRECTION : Kind.REPORT;
  }

  static Kind graver(Kind one, Kind other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /// The body without the note about itself.
  static Noted noted(List<String> paragraphs) {
    List<String> body = new ArrayList<>();
    Kind kind = Kind.REPORT;
    Optional<String> note = Optional.empty();
    for (int i = 0; i < paragraphs.size(); i++) {
      Found found = i < 3 || i == paragraphs.size() - 1 ? find(paragraphs.get(i)) : null;
      if (found == null || note.isPresent()) {
        body.add(paragraphs.get(i));
        continue;
      }
      kind = found.kind;
      note = Optional.of(found.note);
      if (!found.rest.isEmpty()) {
        body.add(found.rest);
      }
    }
    return new Noted(kind, note, body);
  }

  private record Found(Kind kind, String note, String rest) {}

  private static @Nullable Found find(String paragraph) {
    Matcher editors = EDITORS.matcher(paragraph);
    if (editors.lookingAt()) {
      return new Found(
          correcting(editors.group(1)),
          editors.group(1),
          paragraph.substring(editors.end()).strip());
    }
    Matcher correction = CORRECTION_NOTE.matcher(paragraph);
    if (correction.matches() && Lines.ended(paragraph)) {
      boolean stated = !paragraph.toLowerCase(Locale.ROOT).startsWith("editor");
      return new Found(
          stated ? Kind.CORRECTION : correcting(correction.group(1)), correction.group(1), "");
    }
    boolean withdraws =
        paragraph.length() <= LONGEST_WITHDRAWAL && WITHDRAWS.matcher(paragraph).matches();
    return withdraws ? new Found(Kind.WITHDRAWAL, paragraph, "") : null;
  }

  private static Kind correcting(String note) {
    return CORRECTS.matcher(note).find() ? Kind.CORRECTION : Kind.REPORT;
  }
}
