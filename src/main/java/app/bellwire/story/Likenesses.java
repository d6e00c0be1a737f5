package app.bellwire.story;

import app.bellwire.article.Identity;
import app.bellwire.story.Window.Open;
import java.util.Optional;

/// The rules that say two articles are one. Pure. Precision goes first: a wrong merge hides news, a
/// wrong split costs one message.
final class Likenesses {
  private Likenesses() {}

  /// The same guid at one source, the same link, or the same headline by the same agency on the
  /// same day.
  static boolean sameArticle(Profile profile, Open open) {
    return open.members().stream().anyMatch(member -> sameArticle(profile, member));
  }

  private static boolean sameArticle(Profile one, Profile other) {
    Identity a = one.article().identity();
    Identity b = other.article().identity();
    boolean sameGuid =
        one.article().source().equals(other.article().source()) && a.guid().equals(b.guid());
    boolean sameLink = !a.linkKey().isEmpty() && a.linkKey().equals(b.linkKey());
    return sameGuid || sameLink || sameHeadline(one, other);
  }

  private static boolean sameHeadline(Profile one, Profile other) {
    String key = one.article().identity().titleKey();
    return !key.isEmpty()
        && key.equals(other.article().identity().titleKey())
        && one.daysApart(other) <= Likeness.SAME_DAYS
        && one.within(Likeness.EVENT_OPEN, other);
  }

  /// Why the article tells the event, in a few words; none when it does not.
  static Optional<String> sameEvent(Profile profile, Open open, Window window) {
    return open.members().stream()
        .filter(member -> member.within(Likeness.EVENT_OPEN, profile))
        .map(member -> sameEvent(profile, member, window))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> sameEvent(Profile one, Profile other, Window window) {
    if (one.daysApart(other) > Likeness.SAME_DAYS || one.otherNumbers(other)) {
      return Optional.empty();
    }
    double leads = one.lead().cosine(other.lead());
    if (leads >= Likeness.SAME_LEAD && one.sharedNames(other) >= Likeness.SAME_NAMES) {
      return Optional.of("the same names, day and lead");
    }
    if (leads >= Likeness.SAME_TEXT_LEAD
        && one.sharedPassages(other, window::recycled) >= Likeness.SAME_TEXT) {
      return Optional.of("shared passages");
    }
    return Optional.empty();
  }

  /// Names and subject of some days in common.
  static boolean sameStoryline(Profile profile, Open open) {
    return open.members().stream().anyMatch(member -> sameStoryline(profile, member));
  }

  private static boolean sameStoryline(Profile one, Profile other) {
    return one.sharedNames(other) >= Likeness.STORYLINE_NAMES
        && (one.lead().cosine(other.lead()) >= Likeness.STORYLINE_LEAD
            || one.sharedPassages(other, passage -> false) >= Likeness.STORYLINE_PASSAGES);
  }
}
