package app.bellwire.chat.slack;

import app.bellwire.chat.Button;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.RichText;
import app.bellwire.chat.RichText.Bold;
import app.bellwire.chat.RichText.Fold;
import app.bellwire.chat.RichText.Node;
import app.bellwire.chat.RichText.Struck;
import app.bellwire.chat.RichText.Time;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Messages as readers get them: alerts, a digest, a preview.
final class Samples {
  static final URI ANADOLU = URI.create("https://example.org/aa/15feb");
  static final URI NORDA = URI.create("https://example.org/no/7");
  static final Button READ = new Button.Open("Read", ANADOLU);
  static final Button WHY = press("Why");
  static final Button MUTE = press("Mute story");

  private static final String HEADLINE = "Lavrov and Blinken discuss security guarantees by phone";
  private static final Instant EVENING = Instant.parse("2022-02-15T20:05:00Z");

  private Samples() {}

  static OutgoingMessage first() {
    RichText line2 = RichText.build().link("Anadolu", ANADOLU).text(" · ").text("15 Feb").done();
    return alert(line2, Placement.POST);
  }

  static OutgoingMessage second() {
    RichText line2 =
        RichText.build()
            .link("Anadolu", ANADOLU)
            .text(", ")
            .link("Norda", NORDA)
            .text(" · ")
            .text("15 Feb")
            .text(" · 2 reports, 2 agencies")
            .text(" · updated ")
            .add(new Time(EVENING, "21:05 CET"))
            .done();
    return alert(line2, Placement.EDIT_ROOT);
  }

  private static OutgoingMessage alert(RichText line2, Placement placement) {
    RichText text =
        RichText.build()
            .add(headline(HEADLINE))
            .line()
            .addAll(line2)
            .text("\n\n")
            .news(
                "Both see a need for more work on Russia’s proposals, the Russian Foreign Ministry"
                    + " said. Blinken repeated that the US will “continue to pursue a diplomatic"
                    + " solution”. The call came hours after reports that Moscow said some troops"
                    + " were pulling back from Ukraine’s border.",
                "en")
            .text("\n\n")
            .add(background())
            .text("\nFor ")
            .code("Lavrov Blinken")
            .text(", ")
            .code("guarantees")
            .text(" · found ")
            .news("Lavrov, Blinken, “security guarantees”", "und")
            .done();
    List<List<Button>> keyboard =
        List.of(List.of(READ, WHY), List.of(MUTE, press("Less like this")));
    return new OutgoingMessage(text, keyboard, "event:7", placement, false);
  }

  private static Fold background() {
    return new Fold(
        "Background, not sent here before",
        RichText.build()
            .news(
                "Ukraine and NATO count more than 100,000 Russian troops near Ukraine. Moscow"
                    + " denies that it prepares an invasion.",
                "en")
            .done());
  }

  static Node headline(String text) {
    return new Bold(RichText.build().news(text, "en").done());
  }

  static OutgoingMessage followUp() {
    RichText text =
        RichText.build()
            .bold("New")
            .text(" · ")
            .link("Norda", NORDA)
            .text(" · ")
            .add(new Time(EVENING, "21:05 CET"))
            .line()
            .news("Lavrov said Moscow’s written answer will come within days.", "en")
            .text("\nLeft out: 9 paragraphs this chat has.")
            .done();
    return reply(text, List.of(List.of(MUTE)));
  }

  static OutgoingMessage corrected() {
    RichText text =
        RichText.build()
            .bold("Corrected")
            .text(" · ")
            .link("Norda", NORDA)
            .text(" · ")
            .add(new Time(EVENING.minusSeconds(9900), "18:20 CET"))
            .line()
            .text("Norda has corrected its report and does not say what was wrong. Changed:")
            .text("\nwas: “")
            .news("Pawel Jablonski is Poland’s foreign minister.", "en")
            .text("”\nnow: “")
            .news("Pawel Jablonski is Poland’s deputy foreign minister.", "en")
            .text("”")
            .done();
    return reply(text, List.of(List.of(new Button.Open("Read", NORDA))));
  }

  static OutgoingMessage killed() {
    RichText head =
        RichText.build()
            .text("WITHDRAWN by Norda, ")
            .add(new Time(EVENING, "21:05 CET"))
            .text(". Do not use.")
            .done();
    RichText struck =
        RichText.build().news("Lavrov and Blinken to meet again next week", "en").done();
    RichText text =
        RichText.build()
            .add(new Bold(head))
            .line()
            .add(new Struck(struck))
            .line()
            .news("Norda", "en")
            .text(" · ")
            .text("22 Jan")
            .done();
    return new OutgoingMessage(text, List.of(List.of(WHY)), "event:7", Placement.EDIT_ROOT, true);
  }

  static OutgoingMessage digest() {
    RichText.Builder text = RichText.build().bold("Digest · Wed 16 Feb, 08:00").line();
    text.text("15 stories, 15 reports, read since Tue 15 Feb, 18:00.");
    for (int i = 1; i <= 15; i++) {
      URI link = URI.create("https://norda.example/world/2022/02/15/gauge-of-the-river-" + i);
      text.text("\n\n" + i + ". ").link("Gauge " + i + " of the river rises", link).line();
      text.link("Norda", link).text(" · ").text("15 Feb").line();
      text.news("Gauge " + i + " stands at " + (i + 3) + " feet, the office said.", "en");
    }
    text.text("\n\nNext digest today, 18:00.");
    List<Button> row = List.of(press("Mute a story"), press("Digest times"));
    return new OutgoingMessage(text.done(), List.of(row), "digest:3", Placement.POST, true);
  }

  static OutgoingMessage preview() {
    RichText.Builder text = RichText.build().text("Reports that have both words: Lavrov, Blinken.");
    text.text("\n3 stories in 30 days, 1 of them in the last 7. About one in ten days.");
    text.text("\n\n15 Feb · ").link(HEADLINE, ANADOLU).text(" (Anadolu)");
    text.text("\n22 Jan · ").link("US asks Moscow not to publish its answer", NORDA);
    text.text(" (Norda)\nNarrower, both in the headline or first paragraph: 2 in 30 days.");
    return OutgoingMessage.of(text.done())
        .with(
            List.of(press("Subscribe"), press("As a digest")),
            List.of(press("Narrower"), press("Wider")),
            List.of(press("Add a word")),
            List.of(new Button.Open("All commands", URI.create("https://bellwire.example/help"))),
            List.of(new Button.Press("Remove all", id("Remove all"), true), press("Cancel")));
  }

  static OutgoingMessage reply(RichText text, List<List<Button>> keyboard) {
    return new OutgoingMessage(text, keyboard, "event:7", Placement.POST, true);
  }

  static Button press(String label) {
    return new Button.Press(label, id(label));
  }

  /// A message with `words` wherever words can stand.
  static OutgoingMessage everywhere(String words) {
    RichText news = RichText.build().news(words, "und").done();
    RichText text =
        RichText.build()
            .add(new Bold(news))
            .line()
            .link(words, ANADOLU)
            .text(" · ")
            .add(new Time(EVENING, words))
            .line()
            .text(words)
            .addAll(news)
            .code(words)
            .add(new RichText.Block(words))
            .add(new Fold(words, RichText.build().addAll(news).link(words, NORDA).done()))
            .add(new Struck(new RichText(List.of(new Bold(news)))))
            .done();
    List<Button> row = new ArrayList<>(List.of(READ, new Button.Press(words, "id"), WHY));
    row.add(new Button.Open(words, URI.create("https://bellwire.example/")));
    return reply(text, List.of(row, List.of(new Button.Press(words, "id", true))));
  }

  private static String id(String label) {
    return "id-of-" + label.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
