package app.bellwire.command;

import app.bellwire.chat.RichText;
import java.net.URI;
import java.util.regex.Pattern;

/// A channel that is asked about from the private chat of somebody. Immutable.
///
/// @param at what its network knows it by: a public name, such as `@deskwire`, or an id
/// @param name as people call it: its public name or its title
record Channel(String at, String name) {
  private static final Pattern PUBLIC = Pattern.compile("@\\w{4,32}");

  static boolean isPublic(String name) {
    return PUBLIC.matcher(name).matches();
  }

  /// The name as it is written; a public one leads to where it belongs.
  static RichText.Node shown(String name) {
    return isPublic(name)
        ? new RichText.Link(name, URI.create("https://t.me/" + name.substring(1)))
        : new RichText.News(name, Replies.UNKNOWN);
  }
}
