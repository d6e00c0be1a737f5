package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.edit;
import static app.bellwire.scenario.Heard.rings;
import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.app.HandWiring;
import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.RichText;
import app.bellwire.chat.local.LocalChat;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.Timing;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Subscriptions that leave as a file and come back, and chats that are forgotten.
class FileScenarioTest extends Scenario {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void whatIsExportedCanBeImported() {
    desk.watches("\"water treaty\" AND (Arven OR Tolm) -sport");
    desk.watches("it's", DeliveryPlan.OPEN.with(new Timing.AtOnce()));
    desk.watches(
        "Halvorsen Idris",
        new DeliveryPlan(
            Optional.of(Timing.digest(LocalTime.of(8, 0), LocalTime.of(18, 30))),
            Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))),
            Optional.of(NEW_YORK),
            true));
    ends("storm Ilka", Optional.of(NEW_YORK), "2040-05-02T04:00:00Z");
    ends("harbour", Optional.empty(), "2040-05-02T00:00:00Z");
    desk.types("/export");

    ChatLog other = room.chat("other");
    other.types("/import\n```yaml\n" + exported() + "\n```");
    other.hears(rings("5 of 5 subscriptions can be added here."));
    other.presses("Import 5");
    other.hears(edit("Subscribed: ", "[Undo]"));
    assertThat(of("other"))
        .usingRecursiveFieldByFieldElementComparatorOnFields("query", "text", "plan", "until")
        .containsExactlyElementsOf(of("desk"));
  }

  @Test
  void aForgottenChatIsNotThereAnyMore() {
    desk.watches("harbour");
    desk.types("/digest 08:00");
    desk.presses("Cancel");
    desk.types("/mute chat 2h");
    desk.types("/forgetme");
    desk.isCleared();
    desk.presses("Delete all");
    desk.hears(edit("Deleted. Nothing about this chat is kept."));
    assertThat(known()).isEmpty();

    desk.types("/forgetme");
    desk.hears(rings("Nothing about this chat is kept."));
    assertThat(known()).isEmpty();
    assertThat(room.parts().book.all()).isEmpty();
  }

  private Optional<ChatId> known() {
    return room.stores().chats().known(Address.local("desk"));
  }

  private List<Subscription> of(String chat) {
    return room.parts().book.of(room.stores().chats().at(Address.local(chat)));
  }

  private void ends(String words, Optional<ZoneId> zone, String until) {
    DeliveryPlan plan = new DeliveryPlan(Optional.empty(), Optional.empty(), zone, false);
    Owner owner = new Owner.InChat(LocalChat.PERSON, LocalChat.PERSON_NAME);
    Subscription unused =
        room.parts()
            .book
            .add(
                desk.id(), HandWiring.query(words), plan, owner, Optional.of(Instant.parse(until)));
  }

  private String exported() {
    RichText text = room.stores().localMessages().of("desk").getLast().content().text();
    return ((RichText.Block) text.nodes().getFirst()).text();
  }
}
