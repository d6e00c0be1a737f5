package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.QueryParser;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.MuteBook;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.Timing;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class ChatBookContract extends StoreContract {
  private final ChatBook chats = stores.chats();
  private final MuteBook mutes = stores.mutes();

  ChatBookContract(Database database) {
    super(database);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"local:desk", "telegram:-1001", "telegram:-1001/7", "slack:T1A/C2B", "slack:C2B"})
  void anAddressHasOneChat(String text) {
    Address address = Address.parse(text).orElseThrow();
    assertThat(chats.known(address)).isEmpty();
    ChatId chat = chats.at(address);
    assertThat(chats.at(address)).isEqualTo(chat);
    assertThat(chats.known(address)).contains(chat);
    assertThat(chats.settings(chat)).isEqualTo(ChatSettings.fresh(chat, address));
  }

  @Test
  void aTopicIsAChatOfItsOwn() {
    ChatId group = chats.at(Address.parse("telegram:-1001").orElseThrow());
    ChatId topic = chats.at(Address.parse("telegram:-1001/7").orElseThrow());
    assertThat(group).isNotEqualTo(topic);
    assertThat(chats.all()).extracting(ChatSettings::id).containsExactly(group, topic);
  }

  @Test
  void aChatMovesWithItsTopics() {
    Address old = Address.parse("telegram:-77").orElseThrow();
    Address now = Address.parse("telegram:-1001").orElseThrow();
    ChatId group = chats.at(old);
    ChatId topic = chats.at(Address.parse("telegram:-77/7").orElseThrow());
    ChatId other = chats.at(Address.parse("telegram:-78").orElseThrow());
    chats.move(old, now);
    chats.move(old, now);
    assertThat(chats.within(now)).extracting(ChatSettings::id).containsExactly(group, topic);
    assertThat(chats.within(old)).isEmpty();
    assertThat(chats.known(old)).as("a file may still name it so").contains(group);
    assertThat(chats.at(Address.parse("telegram:-77/9").orElseThrow()))
        .isEqualTo(chats.at(Address.parse("telegram:-1001/9").orElseThrow()));
    assertThat(chats.settings(other).address().id()).isEqualTo("-78");
  }

  @Test
  void ofTwoChatsThatBecomeOneTheOlderRemains() {
    Address old = Address.parse("telegram:-77").orElseThrow();
    Address now = Address.parse("telegram:-1001").orElseThrow();
    ChatId group = chats.at(old);
    ChatId fresh = chats.at(now);
    stores.subscriptions().save(watching(fresh));
    chats.move(old, now);
    assertThat(chats.known(now)).contains(group);
    assertThat(stores.subscriptions().all())
        .singleElement()
        .satisfies(s -> assertThat(s.chat()).isEqualTo(group));
  }

  @Test
  void aChatThatIsKnownByANameIsTheOneUnderItsId() {
    Address name = Address.parse("telegram:@deskwire").orElseThrow();
    Address id = Address.parse("telegram:-1002").orElseThrow();
    ChatId chat = chats.at(name);
    ChatId topic = chats.at(Address.parse("telegram:@deskwire/7").orElseThrow());
    chats.settle(name, id);
    chats.settle(name, id);
    assertThat(chats.at(id)).isEqualTo(chat);
    assertThat(chats.at(name)).isEqualTo(chat);
    assertThat(chats.settings(chat).address()).isEqualTo(id);
    assertThat(chats.known(Address.parse("telegram:-1002/7").orElseThrow())).contains(topic);
    assertThat(chats.now(name)).isEqualTo(id);
    assertThat(chats.now(id)).isEqualTo(id);
  }

  @Test
  void aNameThatNobodyUsedYetIsKnownAllTheSame() {
    Address name = Address.parse("telegram:@deskwire").orElseThrow();
    Address id = Address.parse("telegram:-1002").orElseThrow();
    ChatId chat = chats.at(id);
    chats.settle(name, id);
    assertThat(chats.at(name)).isEqualTo(chat);
    assertThat(chats.all()).hasSize(1);
  }

  @Test
  void aNameThatChangedHandsMeansTheOther() {
    Address name = Address.parse("telegram:@deskwire").orElseThrow();
    ChatId one = chats.at(name);
    chats.settle(name, Address.parse("telegram:-1002").orElseThrow());
    chats.settle(name, Address.parse("telegram:-1003").orElseThrow());
    assertThat(chats.settings(one).address().id()).isEqualTo("-1002");
    assertThat(chats.at(name)).isNotEqualTo(one);
    assertThat(chats.now(name).id()).isEqualTo("-1003");
  }

  @Test
  void aChatIsFoundHoweverOftenItMoved() {
    Address name = Address.parse("telegram:@desk").orElseThrow();
    Address small = Address.parse("telegram:-77").orElseThrow();
    Address grown = Address.parse("telegram:-1001").orElseThrow();
    ChatId group = chats.at(name);
    chats.settle(name, small);
    chats.move(small, grown);
    assertThat(chats.at(name)).isEqualTo(group);
    assertThat(chats.now(name)).isEqualTo(grown);
    chats.move(grown, small);
    assertThat(chats.now(name)).isEqualTo(small);
    assertThat(chats.now(grown)).isEqualTo(small);
    assertThat(chats.at(name)).isEqualTo(group);
  }

  @Test
  void ofAnIdAndANameThatBecomeOneTheOlderRemains() {
    Address name = Address.parse("telegram:@deskwire").orElseThrow();
    Address id = Address.parse("telegram:-1002").orElseThrow();
    ChatId older = chats.at(id);
    stores.subscriptions().save(watching(chats.at(name)));
    chats.settle(name, id);
    assertThat(chats.known(name)).contains(older);
    assertThat(stores.subscriptions().all())
        .singleElement()
        .satisfies(s -> assertThat(s.chat()).isEqualTo(older));
  }

  private static Subscription watching(ChatId chat) {
    var ferry = (ParsedQuery.Valid) QueryParser.parse("ferry");
    return new Subscription(
        9,
        chat,
        ferry.query(),
        ferry.text(),
        DeliveryPlan.OPEN,
        new Owner.InConfig("ferries", "config/subscriptions.yml"),
        NOON,
        Optional.empty());
  }

  @Test
  void settingsAreKeptAndTheChatFollowsItsAddress() {
    ChatId chat = chats.at(Address.parse("telegram:-7").orElseThrow());
    Address moved = Address.parse("telegram:-1007").orElseThrow();
    ChatSettings settings =
        new ChatSettings(
            chat,
            moved,
            new DeliveryPlan(
                Optional.of(Timing.digest(LocalTime.of(8, 0))),
                Optional.of(new QuietHours(LocalTime.of(22, 30), LocalTime.of(7, 0))),
                Optional.of(ZoneId.of("America/New_York")),
                false),
            true,
            Optional.of(new ChatSettings.Pause(NOON, "Ann")));
    chats.save(settings);
    assertThat(chats.settings(chat)).isEqualTo(settings);
    assertThat(chats.known(moved)).contains(chat);
    assertThat(chats.known(Address.parse("telegram:-7").orElseThrow())).isEmpty();
  }

  @Test
  void aChatNobodyMadeHasNoSettings() {
    assertThatThrownBy(() -> chats.settings(new ChatId(99)))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aMuteEndsAtItsTime() {
    ChatId chat = new ChatId(1);
    Mute mute = new Mute(chat, Mute.Scope.EVENT, 17, NOON, "Ann");
    mutes.put(mute);
    assertThat(mutes.of(chat, NOON.minusMillis(1))).containsExactly(mute);
    assertThat(mutes.of(chat, NOON)).isEmpty();
    assertThat(mutes.of(new ChatId(2), NOON.minusMillis(1))).isEmpty();
  }

  @Test
  void aSecondMuteOfTheSameMovesItsEnd() {
    ChatId chat = new ChatId(1);
    mutes.put(new Mute(chat, Mute.Scope.EVENT, 17, NOON, "Ann"));
    Mute longer = new Mute(chat, Mute.Scope.EVENT, 17, NOON.plusSeconds(60), "Bob");
    mutes.put(longer);
    mutes.put(new Mute(chat, Mute.Scope.STORYLINE, 17, NOON.plusSeconds(90), "Bob"));
    assertThat(mutes.of(chat, NOON)).hasSize(2).startsWith(longer);
    mutes.lift(chat, Mute.Scope.EVENT, 17);
    assertThat(mutes.of(chat, NOON)).extracting(Mute::scope).containsExactly(Mute.Scope.STORYLINE);
  }
}
