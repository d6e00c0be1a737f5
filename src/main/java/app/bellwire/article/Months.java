package app.bellwire.article;

import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Months by name, and days without a year. Thread-safe.
final class Months {
  private static final int DAYS_AHEAD = 7;
  private static final Map<String, Integer> BY_NAME = byName();

  /// Matches any month's name, also cut to three or four letters with a dot.
  static final String PATTERN =
      "(?:(?iu:"
          + BY_NAME.keySet().stream()
              .sorted(Comparator.comparing(String::length).reversed())
              .collect(Collectors.joining("|"))
          + ")(?!\\p{L})\\.?)";

  private Months() {}

  private static Map<String, Integer> byName() {
    String[] languages = {
      "january february march april may june july august september october november december",
      "jan feb mar apr may jun jul aug sept oct nov dec",
      "januar februar märz april mai juni juli august september oktober november dezember",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
      "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"
    };
    Map<String, Integer> months = new HashMap<>();
    for (String language : languages) {
      String[] names = language.split(" ");
      for (int i = 0; i < names.length; i++) {
        months.put(names[i], i + 1);
      }
    }
    months.put("sep", 9);
    return Map.copyOf(months);
  }

  /// The month, 1 to 12.
  static OptionalInt month(String name) {
    String plain = name.strip().replace(".", "").toLowerCase(Locale.ROOT);
    Integer month = BY_NAME.get(plain);
    return month == null ? OptionalInt.empty() : OptionalInt.of(month);
  }

  static Optional<LocalDate> date(int year, int month, int day) {
    boolean exists =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= Year.of(year).atMonth(month).lengthOfMonth();
    return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
  }

  /// The last day of that name up to a week after `around`: news is rarely of what is to come.
  static Optional<LocalDate> latest(int month, int day, LocalDate around) {
    return IntStream.rangeClosed(around.getYear() - 4, around.getYear() + 1)
        .mapToObj(year -> date(year, month, day))
        .flatMap(Optional::stream)
        .filter(date -> !date.isAfter(around.plusDays(DAYS_AHEAD)))
        .max(Comparator.naturalOrder());
  }
}
