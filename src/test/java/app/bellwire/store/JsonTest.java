package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.bellwire.alert.Alert;
import app.bellwire.article.Article;
import app.bellwire.article.Copy;
import app.bellwire.article.Dateline;
import app.bellwire.article.Identity;
import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.Chosen;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import app.bellwire.chat.UserId;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Timing;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonTest {
  private static final Instant NOON = Instant.parse("2031-03-04T12:00:00.123456789Z");

  @ParameterizedTest
  @EnumSource(OutgoingMessage.Placement.class)
  void anOutgoingMessageComesBackAsItWas(OutgoingMessage.Placement placement) {
    OutgoingMessage message =
        new OutgoingMessage(
            RichText.build().bold("Talks").line().news("“Yes”, she said", "en").done(),
            List.of(
                List.of(
                    new Button.Open("Read", URI.create("https://norda.example/a?b=c#d")),
                    new Button.Press("Why", "abc")),
                List.of(),
                List.of(new Button.Press("Mute story", "def")),
                List.of(new Button.Press("Remove", "ghi", true)),
                List.of(new Button.ChooseChannel("Choose a channel", "Cancel")),
                List.of(new Button.ChoiceOver())),
            "event:17",
            placement,
            true,
            OutgoingMessage.Priority.CORRECTION);
    String json = MessageJson.write(message);
    assertThat(json).startsWith("{\"v\":1,");
    assertThat(MessageJson.outgoing(json)).isEqualTo(message);
  }

  @Test
  void aBareOutgoingMessageComesBackAsItWas() {
    OutgoingMessage message = OutgoingMessage.of("");
    assertThat(MessageJson.outgoing(MessageJson.write(message))).isEqualTo(message);
  }

  @Test
  void anIncomingMessageComesBackAsItWas() {
    IncomingMessage typed =
        new IncomingMessage(
            "u1",
            new Address("slack", "T1", "C2", null),
            new UserId("slack", "U1"),
            "Ann \"A\"",
            "storm ⚡ harbour",
            "m1",
            "p1",
            NOON);
    IncomingMessage bare =
        new IncomingMessage(
            "u2", Address.local("desk"), new UserId("local", "me"), "", "", null, null, NOON);
    IncomingMessage chosen =
        new IncomingMessage(
            "u3",
            new Address("telegram", null, "501", null),
            new UserId("telegram", "501"),
            "Ann",
            "",
            null,
            null,
            Map.of(),
            new Chosen(new Address("telegram", null, "-1002", null), "Night “desk”"),
            NOON);
    assertThat(MessageJson.incoming(MessageJson.write(chosen))).isEqualTo(chosen);
    assertThat(MessageJson.incoming(MessageJson.write(typed))).isEqualTo(typed);
    assertThat(MessageJson.incoming(MessageJson.write(bare))).isEqualTo(bare);
  }

  @ParameterizedTest
  @EnumSource(Alert.Kind.class)
  void anAlertComesBackAsItWas(Alert.Kind kind) {
    Alert alert = Samples.alert(1, new ChatId(2), 17, 3, kind, NOON, "One.", "“Two”, he said.");
    String json = AlertJson.write(alert);
    assertThat(json).startsWith("{\"v\":1,");
    assertThat(AlertJson.read(json)).isEqualTo(alert);
  }

  @Test
  void aBareAlertComesBackAsItWas() {
    Article lead =
        new Article(
            5,
            Samples.NORDA,
            new Identity("g", Optional.empty(), "", "", ""),
            new Copy("H", false, List.of(), "und"),
            "Norda",
            Dateline.NONE,
            List.of(),
            Optional.empty(),
            NOON,
            Article.Kind.CORRECTION);
    Alert alert =
        new Alert(
            Long.MAX_VALUE,
            new ChatId(Long.MIN_VALUE),
            17,
            1,
            Alert.Kind.FIRST,
            lead,
            List.of(),
            List.of(),
            List.of(),
            Alert.Marks.NONE,
            NOON);
    assertThat(AlertJson.read(AlertJson.write(alert))).isEqualTo(alert);
  }

  @Test
  void aPlanComesBackAsItWas() {
    DeliveryPlan plan =
        new DeliveryPlan(
            Optional.of(Timing.digest(LocalTime.of(8, 0), LocalTime.of(18, 0, 30))),
            Optional.of(new QuietHours(LocalTime.MIDNIGHT, LocalTime.of(6, 5))),
            Optional.of(ZoneId.of("+02:00")),
            true);
    assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    assertThat(PlanJson.read(PlanJson.write(DeliveryPlan.OPEN))).isEqualTo(DeliveryPlan.OPEN);
    DeliveryPlan now = DeliveryPlan.OPEN.with(new Timing.AtOnce());
    assertThat(PlanJson.read(PlanJson.write(now))).isEqualTo(now);
  }

  @Test
  void aDamagedDocumentIsSaid() {
    assertThatThrownBy(() -> Json.parse("{\"v\":1,"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("damaged");
  }
}
