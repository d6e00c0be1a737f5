package app.bellwire.chat;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a chat is found: `local:NAME`, `telegram:CHAT_ID[/TOPIC]`, `slack:[TEAM/]CHANNEL_ID`.
/// Immutable.
///
/// @param workspace the Slack team, or null
/// @param topic the Telegram topic, or null
public record Address(
    String network, @Nullable String workspace, String id, @Nullable String topic) {

  public static final String LOCAL = "local";
  public static final String TELEGRAM = "telegram";
  public static final String SLACK = "slack";

  private static final Pattern FORM =
      Pattern.compile(
          "local:(?<name>[\\p{L}\\p{N}_.-]{1,64})"
              + "|telegram:(?<tg>-?\\d{1,19}|@\\w{4,32})(?:/(?<topic>\\d{1,10}))?"
              + "|slack:(?:(?<team>T[A-Z0-9]{1,20})/)?(?<slack>[A-Z][A-Z0-9]{1,20})");

  /// The address `text` spells, or none.
  public static Optional<Address> parse(String text) {
    Matcher found = FORM.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    if (found.group("name") != null) {
      return Optional.of(local(found.group("name")));
    }
    if (found.group("tg") != null) {
      return Optional.of(new Address(TELEGRAM, null, found.group("tg"), found.group("topic")));
    }
    return Optional.of(new Address(SLACK, found.group("team"), found.group("slack"), null));
  }

  public static Address local(String name) {
    return new Address(LOCAL, null, name, null);
  }

  /// Whether both mean one place: an address without a workspace means that of any.
  public boolean meets(Address other) {
    return network.equals(other.network)
        && id.equals(other.id)
        && Objects.equals(topic, other.topic)
        && (workspace == null || other.workspace == null || workspace.equals(other.workspace));
  }

  /// The form that [#parse] reads.
  @Override
  public String toString() {
    return network
        + ":"
        + (workspace == null ? "" : workspace + "/")
        + id
        + (topic == null ? "" : "/" + topic);
  }
}
