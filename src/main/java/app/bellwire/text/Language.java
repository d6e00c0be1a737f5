package app.bellwire.text;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells the language of a text: by its script where that is enough, else by which language's
/// commonest small words it has most of. Thread-safe.
///
/// Source of the method: Grefenstette, "Comparing two language identification schemes" (1995), the
/// small-word scheme.
public final class Language {
  private static final String UNKNOWN = "und";

  /// What is looked at, in UTF-16 units and words.
  private static final int SAMPLE = 8_000;

  private static final int LEAST_HITS = 2;

  private static final Map<String, Set<String>> SMALL_WORDS =
      Map.ofEntries(
          words(
              "en",
              "the of to and in that is was for it with as his on be at by had are from"
                  + " this which have or were an not said after has will its who been over says"),
          words(
              "de",
              "der die und in den von zu das mit sich des auf fur ist im dem nicht ein eine als"
                  + " auch es an werden aus er hat dass sie nach wird bei einer um am nach uber"),
          words(
              "fr",
              "de la le et les des en un du une que est pour qui dans a par plus pas au sur"
                  + " ne se ce il sont aux avec son cette ont ses mais comme ou apres selon etre"),
          words(
              "es",
              "de la que el en y a los se del las un por con no una su para es al lo como"
                  + " mas o pero sus le ha este entre cuando muy sin sobre tras segun fue"),
          words(
              "it",
              "di e il la che in un per del a non le della si una con i da al dei sono ha"
                  + " alla nel come piu gli delle anche ma lo dal nella dopo stato tra essere"),
          words(
              "pt",
              "de a o que e do da em um para com nao uma os no se na por mais as dos como"
                  + " mas ao ele das seu sua ou quando muito nos pela apos ser sao foi pelo"),
          words(
              "nl",
              "de van het een en in is dat op te zijn met voor niet aan er om ook als dan"
                  + " maar bij of uit nog naar heeft hij ze wordt door over deze worden na tot"),
          words(
              "pl",
              "w i na z do sie nie ze o to jest po za od przez jak ale dla oraz przed tym"
                  + " byl juz tego jego jej lub czy ma przy sa ktory ktore roku rowniez"),
          words(
              "sv",
              "och i att det som en pa ar av for med den till inte har de om ett han men var"
                  + " sig fran vi sa kan nar efter enligt mot under eller ska"),
          words(
              "da",
              "og i at det er en til af pa for med den der ikke de har som et om fra han var"
                  + " sig men vi kan efter blev ved mod skal vil eller ogsa"),
          words(
              "fi",
              "ja on ei oli se han etta mutta kun ovat joka myos kuin hanen mukaan sen ole"
                  + " jos ollut tai niin ettei olla vain jo sita sekä nyt"),
          words(
              "tr",
              "ve bir bu da de icin ile olarak cok daha en sonra gibi kadar olan dedi ise ne"
                  + " oldu her ancak iki gore tarafindan ya var degil olduğunu"),
          words(
              "cs",
              "a se na je v ze to s z do o i by k ve pro za podle jako po jsou ale byl aby"
                  + " jeho od pri uz nebo byla jsem ktery ktere take"),
          words(
              "hu",
              "a az es hogy nem is egy ez meg volt csak de ha vagy mint mar azt szerint"
                  + " el kell utan lesz meg ki miatt volna pedig"));

  private Language() {}

  /// The BCP 47 primary tag of the language of `text`; `und` when it cannot be told.
  public static String detect(String text) {
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    Map<UnicodeScript, Integer> scripts = scripts(sample);
    return scripts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> ofScript(entry.getKey(), scripts, sample))
        .orElse(UNKNOWN);
  }

  private static String ofScript(
      UnicodeScript script, Map<UnicodeScript, Integer> scripts, String text) {
    return switch (script) {
      case LATIN -> bySmallWords(text);
      case CYRILLIC -> cyrillic(text);
      case ARABIC -> has(text, "پچژگ") ? "fa" : "ar";
      case HAN -> scripts.containsKey(UnicodeScript.HIRAGANA) ? "ja" : "zh";
      case HIRAGANA, KATAKANA -> "ja";
      case HANGUL -> "ko";
      case GREEK -> "el";
      case HEBREW -> "he";
      case THAI -> "th";
      case DEVANAGARI -> "hi";
      case ARMENIAN -> "hy";
      case GEORGIAN -> "ka";
      default -> UNKNOWN;
    };
  }

  private static Map<UnicodeScript, Integer> scripts(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
    return counts;
  }

  /// By the letters one of the two does not have.
  private static String cyrillic(String text) {
    long ukrainian = count(text, "іїєґІЇЄҐ");
    long russian = count(text, "ыэёъЫЭЁЪ");
    if (ukrainian == russian) {
      return UNKNOWN;
    }
    return ukrainian > russian ? "uk" : "ru";
  }

  private static String bySmallWords(String text) {
    Map<String, Integer> hits = new HashMap<>();
    for (Token token : Tokens.of(text)) {
      SMALL_WORDS.forEach(
          (language, words) -> {
            if (words.contains(token.folded())) {
              hits.merge(language, 1, Integer::sum);
            }
          });
    }
    int most = hits.values().stream().mapToInt(i -> i).max().orElse(0);
    List<String> best =
        hits.entrySet().stream().filter(e -> e.getValue() == most).map(Map.Entry::getKey).toList();
    return most >= LEAST_HITS && best.size() == 1 ? best.getFirst() : UNKNOWN;
  }

  private static boolean has(String text, String letters) {
    return count(text, letters) > 0;
  }

  private static long count(String text, String letters) {
    return text.chars().filter(c -> letters.indexOf(c) >= 0).count();
  }

  private static Map.Entry<String, Set<String>> words(String language, String words) {
    return Map.entry(language, new HashSet<>(Arrays.asList(Folding.fold(words).split(" "))));
  }
}
