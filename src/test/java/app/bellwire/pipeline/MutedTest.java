package app.bellwire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Alert;
import app.bellwire.alert.Alert.Kind;
import app.bellwire.alert.Alert.Marks;
import app.bellwire.alert.Alert.Why;
import app.bellwire.alert.Reason;
import app.bellwire.article.Article;
import app.bellwire.chat.ChatId;
import app.bellwire.fake.Draft;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.MemoryDigests;
import app.bellwire.fake.MemoryMutes;
import app.bellwire.fake.MemoryStories;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Mute.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutedTest {
  private static final ChatId CHAT = new ChatId(1);
  private static final Instant LATER = Draft.NOON.plus(Duration.ofHours(1));

  private final MemoryMutes mutes = new MemoryMutes();
  private final HandClock clock = HandClock.at(Draft.NOON);
  private final Muted muted = new Muted(mutes, new MemoryStories(), new MemoryDigests(), clock);

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "CHAT, 0, CHAT_MUTED",
    "EVENT, 7, STORY_MUTED",
    "EVENT, 8,",
    "STORYLINE, 1007, STORY_MUTED",
    "STORYLINE, 1008,",
    "SUBSCRIPTION, 11,",
    "SUBSCRIPTION, 11 12, SUBSCRIPTION_MUTED",
  })
  void aHeldAlertIsMutedBy(Scope scope, String targets, Reason expected) {
    List<Mute> now =
        Arrays.stream(targets.split(" "))
            .map(target -> new Mute(CHAT, scope, Long.parseLong(target), LATER, "Ann"))
            .toList();
    assertThat(Muted.reason(alert(), 1007, now)).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void anAlertOfNoSubscriptionIsMutedByNone() {
    Alert nobodys = alert(List.of());
    Mute one = new Mute(CHAT, Scope.SUBSCRIPTION, 11, LATER, "Ann");
    assertThat(Muted.reason(nobodys, 1007, List.of(one))).isEmpty();
  }

  @Test
  void whatAMuteKeptIsOfferedOnce() {
    muted.keepFrom(CHAT, Reason.CHAT_MUTED, 7, 21);
    muted.keepFrom(CHAT, Reason.CHAT_MUTED, 8, 22);
    assertThat(muted.offer(CHAT, 9)).containsExactly(21L, 22L);
    assertThat(muted.offer(CHAT, 9)).isEmpty();
  }

  @Test
  void whatTheMuteOfAStoryKeptIsOfferedInThatStory() {
    muted.keepFrom(CHAT, Reason.STORY_MUTED, 7, 21);
    assertThat(muted.offer(CHAT, 8)).isEmpty();
    assertThat(muted.offer(CHAT, 7)).containsExactly(21L);
  }

  @Test
  void whatTheMuteOfASubscriptionKeptWaitsForItsEnd() {
    mutes.put(new Mute(CHAT, Scope.SUBSCRIPTION, 11, LATER, "Ann"));
    muted.keepFrom(CHAT, Reason.SUBSCRIPTION_MUTED, 7, 21);
    assertThat(muted.offer(CHAT, 8)).isEmpty();
    clock.forward(Duration.ofHours(2));
    assertThat(muted.offer(CHAT, 8)).containsExactly(21L);
  }

  private static Alert alert() {
    return alert(List.of(new Why(11, "treaty", List.of()), new Why(12, "water", List.of())));
  }

  private static Alert alert(List<Why> why) {
    Article article = Draft.by("Norda", 3).says("The treaty was signed.").article();
    return new Alert(
        1,
        CHAT,
        7,
        1,
        Kind.FIRST,
        article,
        List.of(),
        List.of(Draft.report(article)),
        why,
        Marks.NONE,
        Draft.NOON);
  }
}
