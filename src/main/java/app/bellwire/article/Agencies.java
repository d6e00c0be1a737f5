package app.bellwire.article;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Knows how agencies are named. Thread-safe.
final class Agencies {
  private static final Set<String> KNOWN =
      Set.of(
          "tass",
          "тасс",
          "reuters",
          "ap",
          "the associated press",
          "associated press",
          "afp",
          "dpa",
          "upi",
          "xinhua",
          "interfax",
          "интерфакс",
          "ria novosti",
          "риа новости",
          "sputnik",
          "ansa",
          "efe",
          "europa press",
          "kyodo",
          "kyodo news",
          "yonhap",
          "pti",
          "ani",
          "irna",
          "isna",
          "tasnim",
          "ukrinform",
          "unian",
          "belga",
          "pap",
          "bloomberg",
          "bta",
          "ctk",
          "čtk",
          "bernama",
          "antara",
          "tt",
          "ntb",
          "stt",
          "ritzau",
          "apa",
          "spa",
          "wam",
          "mena",
          "petra",
          "anadolu",
          "anadolu agency",
          "aa",
          "lusa",
          "anp",
          "mti",
          "agerpres",
          "tanjug",
          "hina",
          "belta",
          "kazinform",
          "azertac",
          "trend",
          "armenpress",
          "interpress",
          "pa",
          "pa media",
          "ots",
          "ddp",
          "epd",
          "kna",
          "sid",
          "cp",
          "the canadian press",
          "aap",
          "nhk",
          "jiji",
          "cna",
          "vna",
          "nan",
          "telam",
          "télam",
          "notimex",
          "prensa latina",
          "dow jones",
          "rtrs",
          "ians",
          "app",
          "unb",
          "bss",
          "lps");
  private static final Pattern LINE =
      Pattern.compile(
          "((?:\\p{Lu}[\\p{L}'’.-]*\\s){1,3}(?:News\\s)?Agency|(?:\\p{Lu}[\\p{L}'’.-]*\\s){1,2}Newswire)"
              + "(?:[\\s|,·/-]+[\\p{Lu}&\\s|/-]{2,40})?");
  private static final List<String> ENDINGS =
      List.of(" news agency", " press agency", " newswire", " agency");

  private Agencies() {}

  static boolean known(String name) {
    return KNOWN.contains(name.toLowerCase(Locale.ROOT).strip());
  }

  /// The agency a line of the page names, such as `Anadolu Agency WORLD`; empty when it does not.
  static String onLine(String line) {
    Matcher matcher = LINE.matcher(line);
    if (matcher.matches()) {
      return brief(matcher.group(1));
    }
    return known(line) ? line : "";
  }

  /// The name without what every agency is.
  static String brief(String name) {
    String plain = name.strip();
    for (String ending : ENDINGS) {
      if (plain.toLowerCase(Locale.ROOT).endsWith(ending) && plain.length() > ending.length()) {
        return plain.substring(0, plain.length() - ending.length()).strip();
      }
    }
    return plain;
  }
}
