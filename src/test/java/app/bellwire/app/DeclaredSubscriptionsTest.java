package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.app.DeclaredSubscriptions.Effect;
import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.UserId;
import app.bellwire.fake.DirectWork;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.MemoryChats;
import app.bellwire.fake.MemoryMutes;
import app.bellwire.fake.MemorySubscriptions;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.work.Ids;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredSubscriptionsTest {
  private final HandClock clock = HandClock.at("2031-03-04T12:00:00Z");
  private final MemorySubscriptions kept = new MemorySubscriptions();
  private final MemoryChats chats = new MemoryChats();
  private final SubscriptionBook book =
      new SubscriptionBook(kept, kept, new DirectWork(), new Ids(clock)::next, clock);
  private final DeclaredSubscriptions declared = new DeclaredSubscriptions(book, chats);
  @TempDir Path folder;
  private Configured config;

  @BeforeEach
  void begin() {
    config = new Configured(folder, clock);
  }

  private Effect apply(String lines) {
    return declared.apply(config.says(lines).settings());
  }

  private List<Subscription> of(String address) {
    return book.of(chats.at(Address.parse(address).orElseThrow()));
  }

  @Test
  void whatAFileDeclaresIsInTheBookForEachOfItsChats() {
    Effect effect =
        apply(
            """
            subscriptions:
              - id: treaty
                query: '"water treaty"'
                to: [ local:desk, "telegram:-1001/7" ]
                zone: Europe/Berlin
                until: 2031-03-30
            """);
    assertThat(effect).isEqualTo(new Effect(2, 0, 0));
    assertThat(of("local:desk"))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.label()).isEqualTo("treaty");
              assertThat(s.text()).isEqualTo("\"water treaty\"");
              assertThat(s.owner()).isEqualTo(new Owner.InConfig("treaty", config.file.toString()));
              assertThat(s.until()).contains(Instant.parse("2031-03-30T22:00:00Z"));
            });
    assertThat(of("telegram:-1001/7")).hasSize(1);
  }

  @Test
  void theSameFileAgainChangesNothing() {
    apply(Configured.subscriptions(3));
    long before = book.revision();
    assertThat(apply(Configured.subscriptions(3))).isEqualTo(new Effect(0, 0, 0));
    assertThat(book.revision()).isEqualTo(before);
  }

  @Test
  void aChangedEntryKeepsItsIdAndAge() {
    apply("subscriptions: [ { id: s, query: storm, to: local:desk } ]\n");
    Subscription before = of("local:desk").getFirst();
    clock.forward(Duration.ofHours(1));
    Effect effect =
        apply(
            """
            subscriptions: [ { id: s, query: storm harbour, to: local:desk, deliver: digest 8:00 } ]
            """);
    assertThat(effect).isEqualTo(new Effect(0, 1, 0));
    assertThat(of("local:desk"))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.id()).isEqualTo(before.id());
              assertThat(s.since()).isEqualTo(before.since());
              assertThat(s.text()).isEqualTo("storm harbour");
              assertThat(s.plan().digest()).isTrue();
            });
  }

  @Test
  void anEntryThatIsGoneEndsAndRevivesWithItsMutes() {
    MemoryMutes mutes = new MemoryMutes();
    apply(Configured.subscriptions(2));
    Subscription second = of("local:desk").getLast();
    Instant until = clock.instant().plus(Duration.ofDays(20));
    mutes.put(new Mute(second.chat(), Mute.Scope.SUBSCRIPTION, second.id(), until, "Ann"));
    assertThat(apply(Configured.subscriptions(1))).isEqualTo(new Effect(0, 0, 1));
    assertThat(of("local:desk")).extracting(Subscription::label).containsExactly("s1");

    clock.forward(Duration.ofDays(10));
    assertThat(apply(Configured.subscriptions(2))).isEqualTo(new Effect(1, 0, 0));
    assertThat(of("local:desk")).extracting(Subscription::id).contains(second.id());
    assertThat(mutes.of(second.chat(), clock.instant()))
        .extracting(Mute::target)
        .containsExactly(second.id());
  }

  @Test
  void anEntryThatMovesToAnotherChatEndsInTheFirst() {
    apply("subscriptions: [ { id: s, query: storm, to: local:desk } ]\n");
    Effect effect = apply("subscriptions: [ { id: s, query: storm, to: local:night } ]\n");
    assertThat(effect).isEqualTo(new Effect(1, 0, 1));
    assertThat(of("local:desk")).isEmpty();
    assertThat(of("local:night")).hasSize(1);
  }

  @Test
  void whatPeopleAddedInAChatIsNotTouched() {
    ChatId desk = chats.at(Address.local("desk"));
    Owner ann = new Owner.InChat(new UserId("local", "ann"), "Ann");
    Subscription hers =
        book.add(desk, HandWiring.query("storm1"), DeliveryPlan.OPEN, ann, Optional.empty());
    apply(Configured.subscriptions(1));
    apply("");
    assertThat(of("local:desk")).containsExactly(hers);
  }

  @Test
  void theFileDoesNotEndAPause() {
    ChatId id = chats.at(Address.parse("telegram:-1001").orElseThrow());
    ChatSettings.Pause pause = new ChatSettings.Pause(Instant.EPOCH, "Ann");
    chats.save(chats.settings(id).with(Optional.of(pause)));
    apply("chats: [ { id: \"telegram:-1001\", quiet: 22:00-07:00 } ]\n");
    assertThat(chats.settings(id).pause()).contains(pause);
  }

  @Test
  void aChatsRulesComeFromTheFileAndLeaveTheRestAlone() {
    ChatId id = chats.at(Address.parse("telegram:-1001/7").orElseThrow());
    chats.save(chats.settings(id).withExplained(true));
    apply(
        """
        chats: [ { id: "telegram:-1001/7", zone: Europe/Berlin, who_may: members } ]
        """);
    assertThat(chats.settings(id).zone()).contains(ZoneId.of("Europe/Berlin"));
    assertThat(chats.settings(id).explained()).isTrue();

    apply("chats: [ { id: \"telegram:-1001/7\", quiet: 22:00-07:00 } ]\n");
    assertThat(chats.settings(id).zone()).contains(ZoneId.of("Europe/Berlin"));
    assertThat(chats.settings(id).quiet()).map(Object::toString).contains("22:00-07:00");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, false",
    "3, 0, false",
    "4, 0, true",
    "8, 4, false",
    "8, 3, true",
    "5, 1, true",
    "5, 2, false",
    "2, 9, false",
  })
  void endingMoreThanHalfAndMoreThanThreeIsALot(int before, int after, boolean most) {
    apply(Configured.subscriptions(before));
    assertThat(declared.loss(config.declares(after).settings()).most()).isEqualTo(most);
    assertThat(book.all()).hasSize(before);
  }
}
