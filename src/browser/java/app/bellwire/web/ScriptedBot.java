package app.bellwire.web;

import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.Inbox;
import app.bellwire.chat.Incoming;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.RichText;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.local.LocalChat;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Says in a local chat what Bellwire would say. Thread-safe.
final class ScriptedBot implements Inbox {
  static final Address DESK = Address.local("desk");
  static final String TREATY = "Arven and Tolm agree to resume water treaty talks";

  private final BlockingQueue<IncomingMessage> heard = new LinkedBlockingQueue<>();
  private final AtomicInteger deliveries = new AtomicInteger();
  private volatile @Nullable LocalChat chat;

  void speaksIn(LocalChat chat) {
    this.chat = chat;
  }

  /// What people typed and pressed, in order.
  BlockingQueue<IncomingMessage> heard() {
    return heard;
  }

  @Override
  public boolean accept(Incoming incoming) {
    IncomingMessage message = (IncomingMessage) incoming;
    heard.add(message);
    String pressed = message.pressed() == null ? "" : message.pressed();
    switch (pressed) {
      case "subscribe" -> edit(message, subscribed());
      case "mute" -> toast(message, "Muted for 2 days: this story. Corrections still come.");
      case "cancel" -> edit(message, OutgoingMessage.of("Cancelled. Nothing was stored."));
      default -> answer(message);
    }
    return true;
  }

  private void answer(IncomingMessage message) {
    if (message.text().contains("storm harbour")) {
      says(preview());
    } else if (message.text().equals("/why")) {
      says(OutgoingMessage.of("Why this came: found “water treaty”."), message.updateId());
    }
  }

  String says(OutgoingMessage message) {
    return says(message, null);
  }

  String says(OutgoingMessage message, @Nullable String replyTo) {
    return says(DESK, message, replyTo);
  }

  String says(Address to, OutgoingMessage message) {
    return says(to, message, null);
  }

  private String says(Address to, OutgoingMessage message, @Nullable String replyTo) {
    String delivery = "d-" + deliveries.incrementAndGet();
    return switch (chat().post(to, message, delivery, replyTo)) {
      case SendResult.Sent sent -> sent.messageId();
      case SendResult other -> throw new AssertionError(other);
    };
  }

  void changes(String id, OutgoingMessage message) {
    chat().edit(DESK, id, message, "d-" + deliveries.incrementAndGet());
  }

  private void edit(IncomingMessage pressed, OutgoingMessage message) {
    changes(String.valueOf(pressed.replyTo()), message);
  }

  private void toast(IncomingMessage pressed, String text) {
    chat().toast("desk", pressed.replyTo(), text);
  }

  private LocalChat chat() {
    if (chat == null) {
      throw new IllegalStateException("the bot has no chat yet");
    }
    return chat;
  }

  static OutgoingMessage alert(String headline) {
    return alert(headline, line -> line.link("Norda", uri("norda/1")).text(" · sample"));
  }

  static OutgoingMessage twoAgencies(Instant at) {
    return alert(
        TREATY,
        line ->
            line.link("Norda", uri("norda/1"))
                .text(", ")
                .link("Kestrel", uri("kestrel/7"))
                .text(" · sample · 2 reports, 2 agencies · updated ")
                .add(new RichText.Time(at, "14:05 UTC")));
  }

  private static OutgoingMessage alert(String headline, UnaryOperator<RichText.Builder> by) {
    RichText.Builder text =
        by.apply(RichText.build().add(bold(headline)).line())
            .text("\n\n")
            .news(
                "Negotiators of Arven and Tolm will meet again on Thursday at the Lake of Idris,"
                    + " the two foreign ministries said.",
                "en")
            .text(" ")
            .news("Halvorsen called the agreement “a first step”.", "en")
            .text("\n\n")
            .add(
                new RichText.Fold(
                    "Background, not sent here before",
                    RichText.build()
                        .news("The treaty of 1974 divides the water of the Tolm river.", "en")
                        .done()))
            .text("\nFor ")
            .code("\"water treaty\"")
            .text(" · found “water treaty”");
    return new OutgoingMessage(text.done(), alertButtons(), "event:17", Placement.POST, false);
  }

  private static List<List<Button>> alertButtons() {
    return List.of(
        List.of(new Button.Open("Read", uri("norda/1")), new Button.Press("Why", "why")),
        List.of(
            new Button.Press("Mute story", "mute"), new Button.Press("Less like this", "less")));
  }

  static OutgoingMessage followUp(Instant at) {
    return reply(
        "New",
        at,
        "Kestrel",
        "Idris said the first sitting will deal with the dam at Varn, and that observers of the"
            + " river commission are invited.");
  }

  static OutgoingMessage corrected(Instant at) {
    return reply(
        "Corrected",
        at,
        "Norda",
        "The talks are on Thursday. Norda’s report, sent here before, said Wednesday.");
  }

  private static OutgoingMessage reply(String tag, Instant at, String agency, String news) {
    RichText text =
        RichText.build()
            .bold(tag)
            .text(" · ")
            .link(agency, uri(agency))
            .text(" · ")
            .add(new RichText.Time(at, "14:05 UTC"))
            .line()
            .news(news, "en")
            .done();
    return new OutgoingMessage(text, List.of(), "event:17", Placement.POST, true);
  }

  static OutgoingMessage withdrawn() {
    RichText text =
        RichText.build()
            .bold("WITHDRAWN by Norda, 17:40. Do not use.")
            .line()
            .add(
                new RichText.Struck(
                    RichText.build().news("Tolm closes the dam at Varn", "en").done()))
            .line()
            .text("Norda · sample")
            .done();
    return new OutgoingMessage(
        text, List.of(List.of(new Button.Press("Why", "why2"))), "event:18", Placement.POST, false);
  }

  private static OutgoingMessage preview() {
    RichText text =
        RichText.build()
            .text("Reports that have both words: storm, harbour.\n")
            .text("3 stories in 30 days, 1 of them in the last 7. About one in ten days.\n\n")
            .text("15 Feb · ")
            .link("Harbour of Port Sanel closes ahead of storm Ilka", uri("oriel/3"))
            .text(" (Oriel)\n14 Feb · ")
            .link("Storm Ilka turns north, forecasters say", uri("norda/2"))
            .text(" (Norda)\n\n")
            .text("Narrower, both in the headline or first paragraph: 2 in 30 days.")
            .text(" Wider, either word: 9.")
            .done();
    return OutgoingMessage.of(text)
        .with(
            List.of(
                new Button.Press("Subscribe", "subscribe"),
                new Button.Press("As a digest", "digest")),
            List.of(new Button.Press("Narrower", "narrower"), new Button.Press("Wider", "wider")),
            List.of(new Button.Press("Cancel", "cancel")));
  }

  private static OutgoingMessage subscribed() {
    RichText text =
        RichText.build()
            .text("Subscribed: ")
            .code("storm harbour")
            .text(". Alerts come at once, day and night. What was reported before now is not sent.")
            .done();
    return OutgoingMessage.of(text)
        .with(
            List.of(new Button.Press("Undo", "undo"), new Button.Press("Quiet at night", "quiet")),
            List.of(new Button.Press("As a digest", "digest")));
  }

  private static RichText.Node bold(String news) {
    return new RichText.Bold(RichText.build().news(news, "en").done());
  }

  private static URI uri(String path) {
    return URI.create("https://example.org/" + path);
  }
}
