package app.bellwire.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the app is told of, if it subscribes to it. Confined to the lock of its world.
final class SlackEvents {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SlackPayloads payloads;
  private final SlackDispatch dispatch;
  final Set<String> subscribed =
      new LinkedHashSet<>(
          Set.of(
              "app_home_opened",
              "app_mention",
              "app_uninstalled",
              "tokens_revoked",
              "message.im",
              "member_joined_channel",
              "member_left_channel",
              "channel_left",
              "group_left",
              "channel_archive",
              "group_archive",
              "channel_unarchive",
              "group_unarchive",
              "channel_deleted",
              "group_deleted",
              "channel_rename",
              "group_rename",
              "channel_id_changed"));
  boolean echoing = true;

  SlackEvents(SlackPayloads payloads, SlackDispatch dispatch) {
    this.payloads = payloads;
    this.dispatch = dispatch;
  }

  /// Any event, whatever is subscribed to.
  SlackDelivery send(ObjectNode event) {
    return dispatch.send(SlackDelivery.Kind.EVENT, payloads.event(event), _ -> {});
  }

  private Optional<SlackDelivery> send(String subscription, ObjectNode event) {
    return subscribed.contains(subscription) ? Optional.of(send(event)) : Optional.empty();
  }

  void message(SlackRoom room, ObjectNode message) {
    String subscription =
        switch (room.type) {
          case PUBLIC -> "message.channels";
          case PRIVATE -> "message.groups";
          case DIRECT -> "message.im";
        };
    ObjectNode event = message.deepCopy().put("channel", room.id);
    event.put("channel_type", room.type.word).set("event_ts", message.path("ts"));
    var _ = send(subscription, event);
  }

  /// The app has said something itself.
  void echo(SlackRoom room, ObjectNode message) {
    if (echoing) {
      message(room, message);
    }
  }

  void mention(SlackRoom room, ObjectNode message) {
    ObjectNode event = message.deepCopy().put("type", "app_mention").put("channel", room.id);
    event.set("event_ts", message.path("ts"));
    var _ = send("app_mention", event);
  }

  void home(String user, SlackRoom direct, @Nullable ObjectNode view) {
    ObjectNode event = event("app_home_opened").put("user", user).put("channel", direct.id);
    event.put("tab", "home");
    if (view != null) {
      event.set("view", SlackPayloads.view(view));
    }
    var _ = send("app_home_opened", event);
  }

  void joined(SlackRoom room, String user, String inviter) {
    ObjectNode event = membership("member_joined_channel", room, user).put("inviter", inviter);
    var _ = send("member_joined_channel", event);
  }

  private static ObjectNode membership(String type, SlackRoom room, String user) {
    ObjectNode event = event(type).put("user", user).put("channel", room.id);
    String kind = room.type == SlackRoom.Type.PUBLIC ? "C" : "G";
    return event.put("channel_type", kind).put("team", SlackWorld.TEAM);
  }

  void left(SlackRoom room, String user) {
    var _ = send("member_left_channel", membership("member_left_channel", room, user));
  }

  /// The app itself was removed.
  void removed(SlackRoom room, String by) {
    String type = prefix(room) + "_left";
    ObjectNode event = event(type).put("channel", room.id).put("actor_id", by);
    var _ = send(type, event);
  }

  private static String prefix(SlackRoom room) {
    return room.type == SlackRoom.Type.PRIVATE ? "group" : "channel";
  }

  /// @param what `archive`, `unarchive` or `deleted`
  void changed(SlackRoom room, String what, String by) {
    String type = prefix(room) + "_" + what;
    var _ = send(type, event(type).put("channel", room.id).put("user", by));
  }

  void renamed(SlackRoom room) {
    String type = prefix(room) + "_rename";
    ObjectNode event = event(type);
    event.putObject("channel").put("id", room.id).put("name", room.name).put("created", 1);
    var _ = send(type, event);
  }

  void idChanged(String old, String now) {
    ObjectNode event = event("channel_id_changed").put("old_channel_id", old);
    var _ = send("channel_id_changed", event.put("new_channel_id", now));
  }

  void uninstalled() {
    ObjectNode revoked = event("tokens_revoked");
    revoked.putObject("tokens").putArray("bot").add(SlackWorld.BOT);
    var _ = send("tokens_revoked", revoked);
    var _ = send("app_uninstalled", event("app_uninstalled"));
  }

  private static ObjectNode event(String type) {
    return NODES.objectNode().put("type", type);
  }
}
