package app.bellwire.query;

import app.bellwire.query.Query.Field;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The names of the fields as people type them.
final class FieldNames {
  /// What other programs call them.
  private static final Map<String, Field> ELSEWHERE =
      Map.ofEntries(
          Map.entry("headline", Field.TITLE),
          Map.entry("intitle", Field.TITLE),
          Map.entry("subject", Field.TITLE),
          Map.entry("lead", Field.LEDE),
          Map.entry("text", Field.BODY),
          Map.entry("content", Field.BODY),
          Map.entry("intext", Field.BODY),
          Map.entry("site", Field.SOURCE),
          Map.entry("feed", Field.SOURCE),
          Map.entry("location", Field.PLACE),
          Map.entry("city", Field.PLACE),
          Map.entry("dateline", Field.PLACE),
          Map.entry("language", Field.LANG),
          Map.entry("by", Field.AUTHOR),
          Map.entry("meaning", Field.ABOUT),
          Map.entry("topic", Field.ABOUT));

  private FieldNames() {}

  static String of(Field field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  /// The field so called, whatever the case.
  static Optional<Field> find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(Field.values()).filter(f -> of(f).equals(lower)).findFirst();
  }

  /// The field that `name` may have been meant for.
  static Optional<Field> near(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    Field known = ELSEWHERE.get(lower);
    if (known != null) {
      return Optional.of(known);
    }
    return Arrays.stream(Field.values())
        .filter(f -> distance(of(f), lower) <= (lower.length() < 5 ? 1 : 2))
        .min(Comparator.comparingInt(f -> distance(of(f), lower)));
  }

  static String all() {
    return Arrays.stream(Field.values()).map(FieldNames::of).collect(Collectors.joining(", "));
  }

  /// Letters to add, drop or change; two swapped neighbours count as one.
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return 3;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(d[i - 1][j - 1] + cost, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
