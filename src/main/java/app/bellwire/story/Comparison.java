package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.text.Terms;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// An article that is compared with the events of the window. Its background does not count, see
/// [OwnWords]. Confined to the decider, and to one placement.
final class Comparison {
  private final Profile profile;
  private final Window window;
  private final Passages.Sought passages;
  private final OwnWords words;
  private final Terms.Weighed lead;
  private final List<Open> candidates;

  Comparison(Article article, Profile profile, Window window) {
    this.profile = profile;
    this.window = window;
    passages = new Passages.Sought(profile.passages());
    words = new OwnWords(article, profile, passages, window);
    lead = new Terms.Weighed(profile.lead(), window.weights());
    candidates = window.candidates(words.words().terms(), profile.lead());
  }

  Profile profile() {
    return profile;
  }

  /// The reports of the event that share much of its text, the most alike first.
  List<Profile> alike(Open open) {
    Comparator<Profile> most = Comparator.comparingDouble(this::shared);
    return open.members().stream()
        .filter(member -> shared(member) >= Thresholds.SAME_PASSAGES)
        .sorted(most.reversed())
        .limit(Thresholds.ALIKE)
        .toList();
  }

  /// Whether a report of the event has nearly all of the text, so far as samples can tell.
  boolean holdsMost(Open open) {
    return open.members().stream().anyMatch(m -> shared(m) >= Thresholds.REPEATED_PASSAGES);
  }

  /// Those that may be other news in the same words: what shares much of its text; where the text
  /// of either is too short to tell, all of the same desk, which writes such news into one form.
  List<Profile> comparable(Open open) {
    List<Profile> brief =
        open.members().stream()
            .filter(member -> profile.passages().few() || member.passages().few())
            .filter(member -> member.agency().equals(profile.agency()))
            .toList();
    return brief.isEmpty() ? alike(open) : brief;
  }

  private double shared(Profile member) {
    return passages.shared(member.passages(), passage -> false);
  }

  /// The events it is worth comparing with, the likeliest first.
  List<Open> candidates() {
    return candidates;
  }

  /// The report of the event that the article is most like in its words, the earlier of equals.
  Profile likest(Open open) {
    Profile likest = open.first();
    double most = -1;
    for (Profile member : open.members()) {
      double alike = words.words().terms().cosine(member.terms()) + lead.cosine(member.lead());
      if (alike > most) {
        most = alike;
        likest = member;
      }
    }
    return likest;
  }

  /// How alike the article and the event are; none when the score stays below `least`.
  Optional<Likeness> with(Open open, double least) {
    double[] leads = cosines(open, member -> lead.cosine(member.lead()));
    OwnWords.Words own = most(leads) < otherLead(open) ? words.beside(open) : words.words();
    double names = -1;
    double numbers = 0;
    double passages = 0;
    for (Profile member : open.members()) {
      names = Math.max(names, overlap(profile.names(), member.names()).orElse(-1));
      numbers = Math.max(numbers, overlap(profile.numbers(), member.numbers()).orElse(0));
      passages = Math.max(passages, shared(member, own.background()));
    }
    double[] atMost = cosines(open, member -> own.terms().cosineAtMost(member.terms()));
    Likeness bound =
        new Likeness(
            most(atMost),
            mean(atMost),
            most(leads),
            mean(leads),
            names < 0 ? .5 : names,
            numbers,
            passages);
    if (bound.score() < least) {
      return Optional.empty();
    }
    double[] exact = cosines(open, member -> own.terms().cosine(member.terms()));
    return Optional.of(bound.withWords(most(exact), mean(exact)));
  }

  private double otherLead(Open open) {
    return open.deskWritesOn(profile) ? Thresholds.OTHER_DESK_LEAD : Thresholds.OTHER_LEAD;
  }

  /// The cosine of the leads to the most alike report of the event.
  double leadMost(Open open) {
    return most(cosines(open, member -> lead.cosine(member.lead())));
  }

  private static double[] cosines(Open open, ToDoubleFunction<Profile> cosine) {
    return open.members().stream().mapToDouble(cosine).toArray();
  }

  private static double most(double[] cosines) {
    return Arrays.stream(cosines).max().orElse(0);
  }

  private static double mean(double[] cosines) {
    return Arrays.stream(cosines).average().orElse(0);
  }

  private double shared(Profile member, Set<Integer> background) {
    return passages.shared(
        member.passages(), passage -> window.recycled(passage) || background.contains(passage));
  }

  /// Whether the two have different subjects: of what the headline of either names little stands in
  /// the other.
  boolean strangers(Open open) {
    return open.members().stream().noneMatch(this::sameSubject);
  }

  private boolean sameSubject(Profile member) {
    double share =
        Math.max(
            profile.subject().coveredBy(member.terms(), window.weights()),
            member.subject().coveredBy(profile.terms(), window.weights()));
    boolean headlines = profile.titled() && member.titled();
    return share >= (headlines ? Thresholds.SAME_SUBJECT : Thresholds.SAME_BEGINNING);
  }

  /// Whether a brief report of an event that has brief ones alone comes hours later and has hardly
  /// a word with any of them in common but names and offices.
  boolean otherDeed(Open open) {
    if (!profile.brief()
        || !open.members().stream().allMatch(Profile::brief)
        || Differences.gap(profile, open).compareTo(Thresholds.BRIEF_AT_ONCE) <= 0) {
      return false;
    }
    Terms.Weighed deed = new Terms.Weighed(profile.deed(), window.weights());
    return most(cosines(open, member -> deed.cosine(member.deed()))) < Thresholds.SAME_DEED;
  }

  private OptionalDouble overlap(Terms one, Terms other) {
    return one.overlap(other, window.weights());
  }
}
