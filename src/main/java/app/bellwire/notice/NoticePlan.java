package app.bellwire.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides what there is to say about what is wrong. Pure.
///
/// Each trouble is said once, again after an hour, a day and then every week, and put into the past
/// when it is over. In between the last message is brought up to date, the more seldom the longer
/// it stands.
public final class NoticePlan {
  private static final Duration SOONEST_EDIT = Duration.ofMinutes(1);
  private static final int EDITS_OF_AGE = 6;

  private NoticePlan() {}

  /// One thing to say.
  public sealed interface Step {
    /// Says it for the first time.
    record Begin(Condition condition) implements Step {}

    /// Brings the last message up to date.
    record Edit(Notice notice, Condition condition) implements Step {}

    /// Says it again in a new message.
    record Repeat(Notice notice, Condition condition) implements Step {}

    /// Puts what was said into the past.
    record End(Notice notice) implements Step {}
  }

  /// @param conditions what is wrong at `now`
  /// @param known what was told and is not over
  public static List<Step> next(List<Condition> conditions, List<Notice> known, Instant now) {
    Map<Key, Notice> told = new LinkedHashMap<>();
    known.forEach(notice -> told.put(notice.key(), notice));
    List<Step> steps = new ArrayList<>();
    for (Condition condition : conditions) {
      Notice notice = told.remove(condition.key());
      step(condition, notice == null ? Optional.empty() : Optional.of(notice), now)
          .ifPresent(steps::add);
    }
    told.values().forEach(over -> steps.add(new Step.End(over)));
    return steps;
  }

  private static Optional<Step> step(Condition condition, Optional<Notice> told, Instant now) {
    if (told.isPresent()) {
      return goesOn(condition, told.get(), now);
    }
    return condition.ripe(now) ? Optional.of(new Step.Begin(condition)) : Optional.empty();
  }

  private static Optional<Step> goesOn(Condition condition, Notice notice, Instant now) {
    if (!now.isBefore(notice.said().again())) {
      return Optional.of(new Step.Repeat(notice, condition));
    }
    return notice.shows(condition) || now.isBefore(nextEdit(notice, now))
        ? Optional.empty()
        : Optional.of(new Step.Edit(notice, condition));
  }

  private static Instant nextEdit(Notice notice, Instant now) {
    Notice.Said said = notice.said();
    if (notice.key().cause().newest()) {
      return said.shown();
    }
    Duration share = Duration.between(said.at(), now).dividedBy(EDITS_OF_AGE);
    return said.shown().plus(share.compareTo(SOONEST_EDIT) > 0 ? share : SOONEST_EDIT);
  }
}
