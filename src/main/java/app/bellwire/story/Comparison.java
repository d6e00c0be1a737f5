package app.bellwire.story;

import app.bellwire.article.Article;
import app.bellwire.text.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// An article that is compared with the events of the window. What it recycles does not count: the
/// words and passages of paragraphs that earlier events had. Confined to the decider, and to one
/// placement.
final class Comparison {
  private final Profile profile;
  private final Window window;
  private final Terms.Weighed terms;
  private final Terms.Weighed lead;

  Comparison(Article article, Profile profile, Window window) {
    this.profile = profile;
    this.window = window;
    terms = new Terms.Weighed(ownTerms(article, profile, window), window.weights());
    lead = new Terms.Weighed(profile.lead(), window.weights());
  }

  /// The terms without those of recycled paragraphs. The first paragraph always counts.
  private static Terms ownTerms(Article article, Profile profile, Window window) {
    List<String> paragraphs = article.copy().paragraphs();
    List<String> own =
        paragraphs.stream()
            .filter(p -> p.equals(paragraphs.getFirst()) || !recycled(p, window))
            .toList();
    if (own.size() == paragraphs.size()) {
      return profile.terms();
    }
    String headline = article.copy().ownHeadline() ? article.copy().headline() : "";
    return Terms.of(headline + ".\n" + String.join("\n\n", own), Thresholds.WORDS);
  }

  private static boolean recycled(String paragraph, Window window) {
    int[] marks = Passages.marks(paragraph);
    int known = 0;
    for (int mark : marks) {
      known += window.recycled(mark) ? 1 : 0;
    }
    return known > 1 && known >= marks.length * Thresholds.RECYCLED_PARAGRAPH;
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

  private double shared(Profile member) {
    return profile.passages().shared(member.passages(), passage -> false);
  }

  /// The events it is worth comparing with, the likeliest first.
  List<Open> candidates() {
    return window.candidates(terms, profile.lead());
  }

  /// The report of the event that the article is most like in its words, the earlier of equals.
  Profile likest(Open open) {
    Profile likest = open.first();
    double most = -1;
    for (Profile member : open.members()) {
      double alike = terms.cosine(member.terms()) + lead.cosine(member.lead());
      if (alike > most) {
        most = alike;
        likest = member;
      }
    }
    return likest;
  }

  Likeness with(Open open) {
    double most = 0;
    double sum = 0;
    double leadMost = 0;
    double leadSum = 0;
    double names = -1;
    double numbers = 0;
    double passages = 0;
    for (Profile member : open.members()) {
      double words = terms.cosine(member.terms());
      double leads = lead.cosine(member.lead());
      most = Math.max(most, words);
      sum += words;
      leadMost = Math.max(leadMost, leads);
      leadSum += leads;
      names = Math.max(names, overlap(profile.names(), member.names()).orElse(-1));
      numbers = Math.max(numbers, overlap(profile.numbers(), member.numbers()).orElse(0));
      passages = Math.max(passages, profile.passages().shared(member.passages(), window::recycled));
    }
    int reports = open.members().size();
    return new Likeness(
        most,
        sum / reports,
        leadMost,
        leadSum / reports,
        names < 0 ? .5 : names,
        numbers,
        passages);
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

  private OptionalDouble overlap(Terms one, Terms other) {
    return one.overlap(other, window.weights());
  }
}
