package app.bellwire.story;

import java.time.Duration;

/// The values two articles are compared by. They are provisional: measured on small sets, to be
/// replaced together with the rules that use them.
final class Likeness {
  /// How long an event takes further reports.
  static final Duration EVENT_OPEN = Duration.ofHours(72);

  /// How long a storyline takes further events.
  static final Duration STORYLINE_OPEN = Duration.ofDays(7);

  /// The share of an article's passages in another from which the two tell one event.
  static final double SAME_TEXT = .3;

  /// Passages that the shorter of two articles is taken to have at least.
  static final int FEWEST_PASSAGES = 40;

  /// With less than this between their leads, shared passages are taken for background.
  static final double SAME_TEXT_LEAD = .15;

  /// The cosine of two leads from which, with names and dates, they tell one event.
  static final double SAME_LEAD = .35;

  /// Names two leads must share.
  static final int SAME_NAMES = 2;

  /// Days two reports of one event may be apart.
  static final long SAME_DAYS = 1;

  /// The share of a headline's words in a correction or withdrawal from which it is the one meant.
  static final double SAME_HEADLINE = .6;

  /// The share of a sentence's passages that makes it one the event had before.
  static final double TOLD_PASSAGES = .5;

  /// The cosine to one told sentence that makes a sentence a told one.
  static final double TOLD_COSINE = .6;

  /// A passage in more events than this is background that is used again and again.
  static final int RECYCLED = 2;

  /// Names two events of one storyline share.
  static final int STORYLINE_NAMES = 2;

  /// The cosine of leads from which, with names, two events are one storyline.
  static final double STORYLINE_LEAD = .2;

  /// The share of passages, background too, from which, with names, two events are one storyline.
  static final double STORYLINE_PASSAGES = .05;

  private Likeness() {}
}
