package app.bellwire.article;

import app.bellwire.article.DatelineReader.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes the page's lines and the dateline off a text and keeps what they say. Confined to one
/// call.
final class Opening {
  private static final Pattern DATE_PREFIX =
      Pattern.compile("(?:date:?|Date:|DATE:) ?(\\d{4}-\\d{2}-\\d{2})(?:\\s+|$)");
  private static final String PUBLISHED =
      "(?i:published|posted|first published|issued|created|last updated|updated|last"
          + " modified|modified)(?i: on| at)?\\s*:?\\s*";
  private static final String WHEN =
      "(?<date>"
          + DayText.PATTERN
          + ")(?:[\\s,|·–-]+(?:(?i:at)\\s)?\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2})?.{0,20})?\\s*\\.?";
  private static final Pattern PUBLISHED_LINE = Pattern.compile(PUBLISHED + WHEN);
  private static final Pattern DATE_LINE = Pattern.compile("(?:" + PUBLISHED + ")?" + WHEN);
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?i:by|von|par|por|di) ((?:\\p{Lu}[\\p{L}.'’-]+|\\p{Lu}\\.)(?:"
              + " (?:\\p{Lu}[\\p{L}.'’-]*|and|und|et|y|de|van|von|der|al))+(?:,"
              + " \\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]*)*)*)");
  private static final Pattern NAMES_PARTED = Pattern.compile(", | and | und | et | y ");
  private static final int FRONT = 12;
  private static final int LONGEST_BYLINE = 120;

  private final DatelineReader datelines;
  private final LocalDate around;
  private final boolean sureOfYear;
  private final List<String> body = new ArrayList<>();
  private final List<String> frontLines = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private Optional<LocalDate> pageDate = Optional.empty();
  private String pageAgency = "";
  private Reading dateline = Reading.none("");
  private boolean pageAround;

  /// @param around the day the text is from, as far as is known
  /// @param sureOfYear whether the source says so; if not, a date on the page is believed first
  Opening(DatelineReader datelines, LocalDate around, boolean sureOfYear) {
    this.datelines = datelines;
    this.around = around;
    this.sureOfYear = sureOfYear;
  }

  Opening read(List<String> paragraphs) {
    for (String paragraph : paragraphs) {
      if (body.isEmpty()) {
        front(withoutDatePrefix(paragraph));
      } else {
        further(paragraph);
      }
    }
    if (body.isEmpty()) {
      body.addAll(frontLines);
      frontLines.clear();
    }
    dropFinalMark();
    return this;
  }

  private String withoutDatePrefix(String paragraph) {
    Matcher prefix = DATE_PREFIX.matcher(paragraph);
    if (!prefix.lookingAt()) {
      return paragraph;
    }
    note(prefix.group(1));
    return paragraph.substring(prefix.end());
  }

  private void front(String text) {
    if (text.isEmpty() || isPageLine(text)) {
      pageAround = true;
      return;
    }
    Reading reading = datelines.read(text, reference());
    if (reading.found() || Lines.isBody(text) || frontLines.size() >= FRONT) {
      begin(reading);
    } else {
      frontLines.add(text);
    }
  }

  private void begin(Reading reading) {
    dateline = reading;
    body.add(reading.rest());
  }

  private void further(String text) {
    boolean dated = PUBLISHED_LINE.matcher(text).matches() || DATE_PREFIX.matcher(text).matches();
    if (!Chrome.matches(text) && !dated) {
      body.add(withoutOwnMark(text));
    }
  }

  private boolean isPageLine(String text) {
    return Chrome.matches(text) || isDateLine(text) || isByline(text) || isAgencyLine(text);
  }

  private boolean isDateLine(String text) {
    Matcher line = DATE_LINE.matcher(text);
    if (!line.matches()) {
      return false;
    }
    note(line.group("date"));
    return true;
  }

  private boolean isByline(String text) {
    Matcher line = BYLINE.matcher(text);
    if (text.length() > LONGEST_BYLINE || !line.matches()) {
      return false;
    }
    Stream.of(NAMES_PARTED.split(line.group(1))).map(String::strip).forEach(authors::add);
    return true;
  }

  private boolean isAgencyLine(String text) {
    String agency = Agencies.onLine(text);
    pageAgency = pageAgency.isEmpty() ? agency : pageAgency;
    return !agency.isEmpty();
  }

  private void note(String day) {
    if (pageDate.isEmpty()) {
      pageDate = DayText.read(day, around);
    }
  }

  private LocalDate reference() {
    return sureOfYear ? around : pageDate.orElse(around);
  }

  private String withoutOwnMark(String text) {
    String mark = "/" + dateline.agency() + "/";
    return text.startsWith(mark) && mark.length() > 2
        ? text.substring(mark.length()).replaceFirst("^[.,:]?\\s*", "")
        : text;
  }

  /// Agencies sign with their mark: `… said. /TASS/` or `… said. (Oriel)`.
  private void dropFinalMark() {
    if (body.isEmpty() || dateline.agency().isEmpty()) {
      return;
    }
    String last = body.getLast();
    for (String mark : List.of("/" + dateline.agency() + "/", "(" + dateline.agency() + ")")) {
      String signed = last.replaceFirst("\\.$", "");
      if (signed.endsWith(mark) && signed.length() > mark.length()) {
        body.set(body.size() - 1, signed.substring(0, signed.length() - mark.length()).strip());
        return;
      }
    }
    if (last.equals("/" + dateline.agency() + "/") && body.size() > 1) {
      body.removeLast();
    }
  }

  /// The report's paragraphs, the lines before it that are not the page's among them.
  List<String> body() {
    List<String> all = new ArrayList<>(frontLines);
    all.addAll(body);
    return all.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  /// The line over the report that is clearly its headline: alone before it, where a page's lines
  /// stand round it.
  Optional<String> headline() {
    boolean clear = pageAround && frontLines.size() == 1 && Lines.isHeadline(frontLines.getFirst());
    return clear ? Optional.of(frontLines.getFirst()) : Optional.empty();
  }

  /// A title without a date of the page and a dateline before it.
  String undressed(String title) {
    Matcher prefix = DATE_PREFIX.matcher(title);
    String text = prefix.lookingAt() ? title.substring(prefix.end()) : title;
    return datelines.read(text, reference()).rest();
  }

  List<String> authors() {
    return authors;
  }

  Dateline dateline() {
    String agency = dateline.agency().isEmpty() ? pageAgency : dateline.agency();
    return new Dateline(dateline.place(), dateline.date().or(() -> pageDate), agency);
  }
}
