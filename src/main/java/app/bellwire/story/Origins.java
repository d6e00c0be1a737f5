package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.article.Copy;
import app.bellwire.story.Resemblance.Sort;
import app.bellwire.text.Sentences;
import app.bellwire.text.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who an article has its news from: the outlets that its headline, its lead or its last line
/// credits (`TASS reports`, `according to the Washington Post`, `told the BBC`, `With inputs from
/// PTI`), else its own agency. So five sites that all cite one paper are one report, not five. Pure
/// and thread-safe.
///
/// The rule, in this order:
///
/// 1. An article whose text is that of another outlet's earlier report of the event, see
///    [Resemblance], has its news from where that report has it, credited or not.
/// 2. An article that credits another outlet has its news from that outlet; its own agency counts
///    beside it only where it is credited too (`told TASS`, in a report of TASS).
/// 3. Only headline and lead count, and a short lead's second paragraph: an outlet that is named
///    further down is background. A credit line may also end the text.
/// 4. Ministries, courts and companies are no origins. A statement can be read by everybody, and an
///    agency that reports it has read it itself; what is guarded against is the copy of a copy. So
///    two agencies that quote one statement are two origins, and it is the ministry's claim in
///    both.
/// 5. An outlet that is the subject is not credited: `the Reuters building`, `a TASS correspondent
///    was barred`, `the BBC said its director resigns`.
/// 6. Media that are not named (`local media reported`) are together one origin.
///
/// English credits only; an article in another language counts as its own agency's.
public final class Origins {
  /// Media that a report does not name.
  static final Origin MEDIA = new Origin("media reports", "media reports");

  /// So many of the newest reports of the event are compared, which bounds the time it takes.
  private static final int COMPARED = 12;

  /// With fewer words a lead is a flash, and its credit stands in the second paragraph.
  private static final int FLASH = 12;

  private static final String OUTLET = "OUTLET";

  /// What may stand between "according to" and the name.
  private static final String BEFORE =
      "(?:(?:the|The|a|an|state|state-run|state-owned|semi-official|official|local|national"
          + "|private|public|news|agency|agencies|newspaper|newspapers|paper|daily|weekly|magazine"
          + "|broadcaster|channel|station|television|TV|radio|website|site|wire|business"
          + "|correspondents? (?:of|for)|\\p{Lu}\\p{L}{2,12}(?:an|ish|ese|ch|[a-z]i))\\s+){0,4}";

  /// The outlet itself, not something it owns; its reports and programmes speak for it.
  private static final String ITSELF =
      "(?!['’]s?\\s+(?!report|website|site|\\p{Lu}|programme|program|show|correspondent|morning"
          + "|evening))(?!\\s+(?:building|headquarters|owner|staff|reporters? w|correspondents? w"
          + "|journalists? w))";

  private static final String AFTER_WORDS =
      "(?:according to|as per|citing|cites|cite|cited by|quoting|quotes|quoted by|as quoted"
          + " by|reported by|told|tells|speaking to|speaking with|spoke to|in (?:an"
          + " |a )?(?:\\w+ )?interviews? (?:with|to|on|for|published by|published in)"
          + "|reports? (?:by|in|from|of)|obtained by|seen by|reviewed by|shared"
          + " with|published (?:by|in|on)|carried by|in remarks to|in comments to|broadcast by)";

  private static final String REPORTS =
      "(?:(?:has|have|had|also|earlier|first|exclusively|later) ){0,2}"
          + "(?:reported|reports|report|said|says|wrote|writes|revealed|learned|learnt)\\b";

  /// What an outlet says about itself, or said long ago.
  private static final String NOT_ITSELF =
      "(?!(?: on \\p{Lu}\\p{Ll}+| today| yesterday|,)?(?: that)? (?:it|its|their|they|in a"
          + " statement|a (?:net |quarterly |pre-tax |record )?(?:loss|profit)|quarterly|earnings"
          + "|revenue|last (?:week|month|year)|earlier this (?:month|year)|in (?:19|20)\\d\\d)\\b)";

  private static final List<String> CREDITS =
      List.of(
          "\\b(?i:" + AFTER_WORDS + ")\\s+" + BEFORE + "(?<outlet>" + OUTLET + ")" + ITSELF,
          "(?<outlet>"
              + OUTLET
              + ")(?:['’]s)?(?:\\s+(?:(?:news )?agency|newspaper|daily|television|TV|radio))?"
              + "(?:\\s+(?:correspondent|correspondents|reporter|website|bureau))?"
              + "(?:,\\s+(?:quoting|citing)[^.;]{2,80},)?\\s+"
              + REPORTS
              + NOT_ITSELF);

  private static final List<String> HEADLINE_CREDITS =
      List.of(
          "(?:\\s[-–—|]\\s?|:\\s|\\()(?<outlet>" + OUTLET + ")(?:\\s+(?:reports?|says))?\\)?$",
          "^(?<outlet>" + OUTLET + "):\\s");

  private static final List<String> LAST_LINES =
      List.of(
          "^\\W{0,2}(?i:sources?|via|credit)\\s*[:—-]\\s*" + BEFORE + "(?<outlet>" + OUTLET + ")",
          "(?i:\\bwith (?:additional )?(?:inputs?|reports?|reporting|material|files) (?:from|by)|"
              + "\\b(?:first|originally) (?:appeared|published|reported) (?:in|on|by))\\s+"
              + BEFORE
              + "(?<outlet>"
              + OUTLET
              + ")",
          "^\\W{1,2}(?<outlet>" + OUTLET + ")\\W{0,2}$");

  private static final Pattern MEDIA_REPORTS =
      Pattern.compile(
          "\\b(?i:(?:local|state|domestic|foreign|several|\\p{L}+(?:an|ish|ese|ch|[qn]i)) media"
              + " (?:reported|reports|said|say|outlets (?:reported|said))|according to"
              + " (?:local |state |\\p{L}+ )?(?:media|press)(?: reports| outlets)?)\\b");

  /// Without it there is nothing to look for.
  private static final Pattern PRESS = Pattern.compile("(?i)media|press");

  private record Patterns(List<Pattern> text, List<Pattern> headline, List<Pattern> last) {}

  /// By the names that are looked for besides the listed ones: in most articles none.
  private static final ConcurrentHashMap<Set<String>, Patterns> COMPILED =
      new ConcurrentHashMap<>();

  private static final int COMPILED_MOST = 256;

  private Origins() {}

  /// @param article is one report
  /// @param earlier the reports of its event before it, in order of arrival
  /// @return at least one, in the order in which they are credited
  public static SequencedSet<Origin> of(Article article, Collection<Article> earlier) {
    List<String> agencies = earlier.stream().map(Article::agency).toList();
    return of(
        article, agencies, earlier.stream().skip(Math.max(0, earlier.size() - COMPARED)).toList());
  }

  /// @param agencies of the reports of its event before it
  /// @param alike those of the reports that may have its text, in order of arrival
  /// @return at least one, in the order in which they are credited
  static SequencedSet<Origin> of(
      Article article, Collection<String> agencies, Collection<Article> alike) {
    if (alike.isEmpty()) {
      return credited(article, agencies);
    }
    Set<Long> passages = Claims.passages(article);
    return alike.stream()
        .filter(report -> !own(report).equals(own(article)))
        .filter(report -> copies(article, passages, report))
        .findFirst()
        .map(copied -> credited(copied, agencies))
        .orElseGet(() -> credited(article, agencies));
  }

  private static boolean copies(Article article, Set<Long> passages, Article report) {
    Sort sort = Resemblance.of(article, passages, report).sort();
    return sort == Sort.REPOST || sort == Sort.SAME_TEXT;
  }

  /// The article's own agency as an origin.
  static Origin own(Article article) {
    return Origin.named(article.agency());
  }

  private static SequencedSet<Origin> credited(Article article, Collection<String> agencies) {
    Patterns patterns =
        patterns(
            Stream.concat(Stream.of(article.agency()), agencies.stream())
                .filter(name -> !Outlets.listed(name) && mentions(article.copy(), name))
                .collect(Collectors.toSet()));
    SequencedSet<Origin> found = new LinkedHashSet<>();
    collect(article.copy().headline(), patterns.text(), found);
    collect(article.copy().headline(), patterns.headline(), found);
    for (String sentence : lead(article.copy().paragraphs())) {
      collect(sentence, patterns.text(), found);
    }
    if (article.copy().paragraphs().size() > 1) {
      collect(article.copy().paragraphs().getLast(), patterns.last(), found);
    }
    if (found.isEmpty()) {
      found.add(own(article));
    }
    return found;
  }

  private static boolean mentions(Copy copy, String name) {
    return Stream.concat(Stream.of(copy.headline()), copy.paragraphs().stream())
        .anyMatch(text -> text.contains(name) || text.contains(name.toUpperCase(Locale.ROOT)));
  }

  private static Patterns patterns(Set<String> names) {
    if (COMPILED.size() > COMPILED_MOST) {
      COMPILED.clear();
    }
    return COMPILED.computeIfAbsent(
        names,
        all -> {
          String outlet = Outlets.pattern(all);
          return new Patterns(
              compiled(CREDITS, outlet),
              compiled(HEADLINE_CREDITS, outlet),
              compiled(LAST_LINES, outlet));
        });
  }

  private static List<Pattern> compiled(List<String> patterns, String outlet) {
    return patterns.stream().map(p -> Pattern.compile(p.replace(OUTLET, outlet))).toList();
  }

  private static List<String> lead(List<String> paragraphs) {
    List<String> lead = new ArrayList<>();
    for (String paragraph : paragraphs) {
      lead.addAll(Sentences.of(paragraph));
      if (lead.stream().mapToInt(s -> Tokens.of(s).size()).sum() >= FLASH) {
        break;
      }
    }
    return lead;
  }

  private static void collect(String text, List<Pattern> patterns, SequencedSet<Origin> found) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(Origin.named(matcher.group("outlet")));
      }
    }
    if (PRESS.matcher(text).find() && MEDIA_REPORTS.matcher(text).find()) {
      found.add(MEDIA);
    }
  }
}
