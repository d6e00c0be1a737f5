package app.bellwire.command;

import app.bellwire.chat.RichText;
import app.bellwire.subscription.Subscription;

/// What everybody in a channel is told of a change that only one person saw, so that colleagues
/// know why alerts come or stay away. Pure.
final class ToldWords {
  private ToldWords() {}

  static RichText subscribed(String by, Subscription made) {
    return by(by).text(" subscribed this channel: ").code(made.text()).done();
  }

  static RichText removed(String by, Subscription gone) {
    return by(by).text(" removed from this channel: ").code(gone.text()).done();
  }

  static RichText changed(String by, String now, String before) {
    return by(by)
        .text(" changed a subscription of this channel: ")
        .code(now)
        .text(", before: ")
        .code(before)
        .done();
  }

  static RichText paused(String by) {
    return by(by).text(" paused the alerts of this channel. /resume lets them come again.").done();
  }

  static RichText resumed(String by) {
    return by(by).text(" let the alerts of this channel come again.").done();
  }

  /// @param what as whoever changed it was answered
  static RichText said(String by, RichText what) {
    return by(by).text(": ").addAll(what).done();
  }

  private static RichText.Builder by(String name) {
    return RichText.build().news(name, Replies.UNKNOWN);
  }
}
