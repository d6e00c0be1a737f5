package app.bellwire.command;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.RichText;
import app.bellwire.notice.NetworkWords;
import app.bellwire.text.Counted;

/// The words about a channel that somebody sets up from elsewhere, in English. Pure.
final class ChannelWords {
  static final String CHOOSE =
      "Which channel should get alerts? Choose one with the key below, or type /sub @name and the"
          + " words.";

  private ChannelWords() {}

  static RichText checking(String channel) {
    return RichText.build().text("Checking ").add(named(channel)).text(".").done();
  }

  /// @param listed what is typed after `/list`
  /// @param told whether people there are told of it
  static RichText done(String listed, boolean told) {
    return RichText.build()
        .text(told ? "\n" : "\nNothing is posted there before the first story. ")
        .text("Change it here: ")
        .code("/list " + listed)
        .done();
  }

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

  private static RichText.Node named(String name) {
    return Channel.shown(name);
  }
}
