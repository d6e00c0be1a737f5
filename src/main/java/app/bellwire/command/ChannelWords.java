package app.bellwire.command;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.RichText;
import app.bellwire.notice.NetworkWords;
import app.bellwire.text.Counted;
import java.net.URI;

/// The words about a channel that somebody sets up from elsewhere, in English. Pure.
final class ChannelWords {
  private ChannelWords() {}

  /// @param bot how Bellwire is called there
  static RichText rights(String channel, String network, String bot) {
    RichText.Builder text = RichText.build().text("Bellwire may not post in ");
    text.add(named(channel)).text(" yet.\n");
    if (network.equals(Address.SLACK)) {
      text.text("1. Write /invite @Bellwire in that channel.\n2. ");
    } else {
      text.text("1. Open ")
          .add(named(channel))
          .text(", Administrators, Add administrator, ")
          .add(named(bot))
          .text(".\n2. Leave only “Post messages” on.\n3. ");
    }
    return text.text("Press Check again. The words are kept.").done();
  }

  static RichText notYou(String channel, String network) {
    boolean slack = network.equals(Address.SLACK);
    return RichText.build()
        .text(
            slack
                ? "Only an admin of the workspace and whoever made "
                : "Only an administrator of ")
        .add(named(channel))
        .text(slack ? "" : " who may post there")
        .text(" can change what comes there, and " + NetworkWords.name(network))
        .text(" does not name you as one.")
        .done();
  }

  static RichText unsaid(String channel, String network) {
    return RichText.build()
        .text(NetworkWords.name(network) + " does not say now who may post in ")
        .add(named(channel))
        .text(". Nothing was changed; press Check again in a minute. The words are kept.")
        .done();
  }

  static RichText forChannel(String name) {
    return RichText.build().text("For ").add(named(name)).text(".\n").done();
  }

  static RichText forChannel(ChatCard card) {
    String readers =
        card.readers() == 0 ? "" : ", " + Counted.of(card.readers(), "reader", "readers");
    return RichText.build().text("For ").add(named(card.name())).text(readers + ".\n").done();
  }

  /// A public name, which leads to where it belongs.
  private static RichText.Node named(String name) {
    return name.startsWith("@")
        ? new RichText.Link(name, URI.create("https://t.me/" + name.substring(1)))
        : new RichText.Text(name);
  }
}
