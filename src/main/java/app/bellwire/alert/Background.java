package app.bellwire.alert;

import app.bellwire.article.Article;
import app.bellwire.story.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells the sentences of an article that say what happened from those that say what was before: by
/// a date, by the words they open with, by the sub-head they stand under, because the chat's
/// earlier reports of the storyline had them, or because they go on after a dated one. The first
/// paragraph is never background. Wire reports are inverted pyramids: background comes last and
/// stays.
///
/// Pure; [#standings] is computed once.
final class Background {
  /// Days before its article from which a dated sentence is background.
  private static final int DAYS = 3;

  /// Sentences from which a report is long enough to end with background.
  private static final int LONG = 6;

  /// Sentences at the top of a report, which look back only to explain what is new.
  private static final int TOP = 3;

  private static final Pattern CUE =
      Pattern.compile(
          "^(?:Recently|Previously|Earlier(?! (?:today|this|in the day|on))|Background"
              + "|Last (?:month|year|week)|Since (?:\\w+ )?\\d{4}|In (?:\\w+ )?(?:19|20)\\d\\d"
              + "|In recent (?:days|weeks|months|years)|For (?:days|weeks|months|years|decades)"
              + "|Over the (?:past|last) \\w+|Until (?:now|recently))\\b.*"
              + "|.*\\b(?:has|have|had) (?:recently|previously|repeatedly|earlier|long)\\b.*"
              + "|.*\\b(?:has|have|had)\\b.*"
              + "(?<!\\b(?:most|least|highest|lowest|worst|best|first|largest|biggest) )"
              + "\\bsince (?:\\w+ )?(?:19|20)\\d\\d\\b.*",
          Pattern.DOTALL);

  /// What was settled at an earlier meeting.
  private static final Pattern AFTERMATH =
      Pattern.compile(
          "^(?:Following|After) (?:the |its |their"
              + " )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s\\b.*",
          Pattern.DOTALL);

  private static final Pattern AHEAD =
      Pattern.compile("\\b(?:is|are) (?:due|scheduled|expected|set|to)\\b");

  private final List<Passage> passages;
  private final NamedDay days;
  private final Optional<LocalDate> heard;
  private final Told reported;
  private final Set<Integer> openers = new HashSet<>();
  private final List<Standing> standings = new ArrayList<>();

  /// @param passages of `article`, all of them
  /// @param heard what the chat heard of the storyline before
  Background(Article article, List<Passage> passages, Heard heard) {
    this.passages = passages;
    this.days =
        new NamedDay(
            article.dateline().date().orElse(LocalDate.ofInstant(article.at(), ZoneOffset.UTC)));
    this.heard = heard.last().map(Background::day);
    this.reported = Told.of(heard.reports());
    passages.forEach(passage -> standings.add(judge(passage)));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /// Of each passage, by its place.
  List<Standing> standings() {
    return List.copyOf(standings);
  }

  private Standing judge(Passage passage) {
    if (passage.paragraph() == 0 || passage.place() == 0) {
      return Standing.CURRENT;
    }
    Optional<LocalDate> named = days.of(passage.beginning());
    if (named.isPresent() && named.get().isBefore(days.article().minusDays(DAYS))) {
      boolean unheard = heard.isPresent() && named.get().isAfter(heard.get());
      return unheard ? Standing.MEANWHILE : opener(passage);
    }
    if (days.today(passage.beginning()) || named.isPresent()) {
      return Standing.CURRENT;
    }
    if (cue(passage)) {
      return opener(passage);
    }
    Standing after = after(passage);
    boolean recycled = !reported.isEmpty() && reported.read(passage.text()).told();
    return recycled ? Standing.BACKGROUND : after;
  }

  private boolean cue(Passage passage) {
    boolean aftermath = passage.place() >= TOP && AFTERMATH.matcher(passage.beginning()).matches();
    return aftermath || CUE.matcher(passage.beginning()).matches();
  }

  /// Notes that what goes on after the passage is background too.
  private Standing opener(Passage passage) {
    openers.add(passage.place());
    return Standing.BACKGROUND;
  }

  /// What the passage is by what stands before it: the same paragraph or, in the second half of a
  /// report of a storyline that the chat follows, a sub-head or a paragraph of background.
  private Standing after(Passage passage) {
    Passage before = passages.get(passage.place() - 1);
    boolean afterOld = openers.contains(before.place());
    if (afterOld && before.paragraph() == passage.paragraph()) {
      return opener(passage);
    }
    boolean tail =
        late(passage)
            && heard.isPresent()
            && (afterOld || before.subhead())
            && !AHEAD.matcher(passage.beginning()).find();
    if (tail) {
      openers.add(passage.place());
    }
    return tail ? Standing.TAIL : Standing.CURRENT;
  }

  private boolean late(Passage passage) {
    return passages.size() >= LONG && 2 * passage.place() >= passages.size();
  }
}
