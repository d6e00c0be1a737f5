package app.bellwire.parse;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds day, month and year in a date written with words or with slashes. Thread-safe.
final class DayWords {
  private static final Pattern SLASHED =
      Pattern.compile("(?<!\\d)(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern NAMED =
      Pattern.compile(
          "(\\p{L}{3,})|(?<![\\d+:-])(\\d{1,4})(?!\\d|:)|(?<=\\p{L}-)(\\d{1,4})(?!\\d|:)");
  private static final Map<String, Integer> MONTHS = months();

  private DayWords() {}

  private static Map<String, Integer> months() {
    String[] languages = {
      "january february march april may june july august september october november december",
      "januar februar marz april mai juni juli august september oktober november dezember",
      "janner feber maerz apr mai jun jul aug sept okt nov dez",
      "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
          + " dicembre",
      "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
      "januari februari maart april mei juni juli augustus september oktober november december",
      "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
      "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad"
          + " grudzien",
      "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november"
          + " december"
    };
    Map<String, Integer> months = new HashMap<>();
    for (String language : languages) {
      String[] names = language.split(" ");
      for (int i = 0; i < names.length; i++) {
        months.putIfAbsent(names[i], i + 1);
        months.putIfAbsent(names[i].substring(0, Math.min(3, names[i].length())), i + 1);
      }
    }
    months.put("sept", 9);
    return Map.copyOf(months);
  }

  /// The day, if the words name one that exists.
  static Optional<LocalDate> find(String text) {
    Matcher slashed = SLASHED.matcher(text);
    return slashed.find() ? Optional.of(slashed(slashed)) : named(text);
  }

  /// Slashes put the month first as in the US, dots and dashes the day, unless that cannot be.
  private static LocalDate slashed(Matcher matcher) {
    int first = Dates.number(matcher.group(1));
    int second = Dates.number(matcher.group(3));
    int year = Dates.fullYear(Dates.number(matcher.group(4)), matcher.group(4).length());
    boolean monthFirst = matcher.group(2).equals("/") && first <= 12 || second > 12;
    return Dates.day(year, monthFirst ? first : second, monthFirst ? second : first);
  }

  private static Optional<LocalDate> named(String text) {
    int month = 0;
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NAMED.matcher(text);
    while (matcher.find() && numbers.size() < 2) {
      if (matcher.group(1) == null) {
        numbers.add(matcher.group());
      } else {
        int named = month(matcher.group(1));
        month = named == 0 ? month : named;
      }
    }
    return month == 0 || numbers.isEmpty() ? Optional.empty() : assemble(month, numbers);
  }

  private static Optional<LocalDate> assemble(int month, List<String> numbers) {
    boolean yearFirst = numbers.getFirst().length() > 2;
    if (numbers.size() == 1) {
      return yearFirst
          ? Optional.of(Dates.day(Dates.number(numbers.getFirst()), month, 1))
          : Optional.empty();
    }
    String year = numbers.get(yearFirst ? 0 : 1);
    String day = numbers.get(yearFirst ? 1 : 0);
    boolean swapped = Dates.number(day) > 31;
    String realYear = swapped ? day : year;
    return Optional.of(
        Dates.day(
            Dates.fullYear(Dates.number(realYear), realYear.length()),
            month,
            Dates.number(swapped ? year : day)));
  }

  private static int month(String word) {
    String folded =
        Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replace("ı", "i");
    Integer whole = MONTHS.get(folded);
    return whole == null ? MONTHS.getOrDefault(folded.substring(0, 3), 0) : whole;
  }
}
