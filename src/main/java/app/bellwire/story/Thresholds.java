package app.bellwire.story;

import java.time.Duration;

/// Every value that placing compares with, in one place. Frozen on 26 November 2026, the same for
/// all collections; `docs/stories.md` has what they were measured on and the command that measures
/// them again.
final class Thresholds {
  /// How long after its first report an event takes further ones.
  static final Duration EVENT_SPAN = Duration.ofHours(48);

  /// How long a storyline takes further events after its last one.
  static final Duration STORYLINE_OPEN = Duration.ofDays(30);

  /// How much later a correction, a withdrawal or a repetition comes at most: after a weekend.
  static final Duration COMES_BACK = Duration.ofHours(72);

  /// Articles of an event that a new one is compared with: the first and the newest.
  static final int MEMBERS = 12;

  /// Events that are compared in full, the likeliest by their telling words.
  static final int CANDIDATES = 12;

  /// Closed events that are kept for storylines, the newest.
  static final int CLOSED = 20_000;

  /// The score from which an article tells an event.
  static final double SAME_EVENT = .21;

  /// The same for a further report of one desk within [#DESK_WRITES_ON]: a desk that writes on
  /// about an event says again what it is, so what is less alike is other news of the same people.
  static final double SAME_DESK = .35;

  static final Duration DESK_WRITES_ON = Duration.ofHours(12);

  /// What is added to it for a time gap: times `log2(1 + days / 3)`.
  static final double GAP = .04;

  /// What is added to it when the two name days that follow one another.
  static final double NEXT_DAY = .08;

  /// Terms below which a text is a line or two: a few names in common are then much of it.
  static final int FEW_TERMS = 12;

  /// What is added to the score where one of the two is as short.
  static final double FEW = .06;

  /// Terms below which a report is brief: a headline and two or three sentences, half of them who
  /// it is about. Who it is about has other news later in the day, in the same names.
  static final int BRIEF_TERMS = 40;

  /// What is added to the score for each hour that a brief report comes later than [#BRIEF_AT_ONCE]
  /// after the last: agencies follow one another within the hour.
  static final double BRIEF_HOUR = .03;

  static final Duration BRIEF_AT_ONCE = Duration.ofHours(2);

  /// The most that hours add.
  static final double BRIEF_MOST = .2;

  /// The cosine of what two brief reports say besides names and offices, below which the later one
  /// tells other news of the same people.
  static final double SAME_DEED = .15;

  /// The score from which an article belongs to the storyline of an event.
  static final double SAME_STORYLINE = .18;

  /// The share of passages in common from which two articles have much of one text.
  static final double SAME_PASSAGES = .3;

  /// The share from which one may repeat the other.
  static final double REPEATED_PASSAGES = .75;

  /// Reports of much the same text that are read again to compare in full, the most alike.
  static final int ALIKE = 3;

  /// The cosine of the leads of two articles under one headline.
  static final double SAME_LEAD = .5;

  /// Days between two that are one weekday, read forwards and backwards.
  static final long WEEK = 7;

  /// Days that the reports of one event may be apart where they name none.
  static final long SAME_DAYS = 1;

  /// Words of an article that count.
  static final int WORDS = 600;

  /// Words of headline and opening that make up the lead.
  static final int LEAD_WORDS = 60;

  /// Words of a headline, or of a text without one, that name its subject.
  static final int SUBJECT_WORDS = 25;

  /// The share of their weight that must stand in the other of two articles with headlines.
  static final double SAME_SUBJECT = .3;

  /// The same where one of the two has no headline.
  static final double SAME_BEGINNING = .15;

  /// Passages an article needs before a share of them says anything.
  static final int FEWEST_PASSAGES = 20;

  /// A passage in more events than this is background that is used again; a closed event counts for
  /// two.
  static final int RECYCLED = 1;

  /// The cosine of two leads below which a paragraph further down that both articles have is
  /// background in both.
  static final double OTHER_LEAD = .3;

  /// The same for a further report of one desk, which has its background ready.
  static final double OTHER_DESK_LEAD = .5;

  /// The share of a paragraph's passages that makes it recycled background.
  static final double RECYCLED_PARAGRAPH = .5;

  /// The cosine of the leads below which two articles with headlines have other subjects, whatever
  /// names they share.
  static final double LEAST_LEAD = .1;

  /// The share of a headline's words in a correction or withdrawal from which it is the one meant.
  static final double SAME_HEADLINE = .6;

  private Thresholds() {}
}
