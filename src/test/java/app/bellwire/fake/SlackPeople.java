package app.bellwire.fake;

import app.bellwire.fake.SlackDelivery.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people write, press and fill in. Confined to the lock of its world.
final class SlackPeople {
  private static final String NAME = "<@" + SlackWorld.BOT + ">";

  private final SlackWorld world;
  private final SlackPayloads payloads;
  private final SlackDispatch dispatch;
  private final SlackEvents events;
  private final SlackPosts posts;
  private final SlackViews views;
  private final SlackTyping typing;

  SlackPeople(
      SlackWorld world,
      SlackPayloads payloads,
      SlackDispatch dispatch,
      SlackEvents events,
      SlackPosts posts,
      SlackViews views) {
    this.world = world;
    this.payloads = payloads;
    this.dispatch = dispatch;
    this.events = events;
    this.posts = posts;
    this.views = views;
    this.typing = new SlackTyping(world);
  }

  SlackDelivery slash(String user, String channel, String command, String text) {
    SlackRoom room = world.visit(user, channel);
    ObjectNode payload = payloads.slash(user, room, command, typing.sent(text));
    return dispatch.send(Kind.SLASH, payload, said -> answer(room, user, said));
  }

  private void answer(SlackRoom room, String user, JsonNode said) {
    if (said.has("text") || said.has("blocks")) {
      posts.reply(room, user, said);
    }
  }

  /// Writes a message and gives its ts.
  String says(String user, String channel, String text, @Nullable String thread) {
    SlackRoom room = world.knownRoom(channel);
    room.members.add(user);
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "message");
    message.put("user", user).put("text", typing.sent(text)).put("ts", world.nextTs());
    message.put("team", SlackWorld.TEAM).put("client_msg_id", world.nextId("m"));
    if (thread != null) {
      message.put("thread_ts", thread);
    }
    room.messages.put(message.path("ts").asText(), message);
    if (room.hasBot()) {
      events.message(room, message);
      if (message.path("text").asText().contains(NAME) && !room.isDirect()) {
        events.mention(room, message);
      }
    }
    return message.path("ts").asText();
  }

  SlackDelivery presses(String user, String channel, String ts, String label) {
    SlackRoom room = world.visit(user, channel);
    ObjectNode message = room.known(ts);
    SlackWords.Press press = SlackWords.press(message.path("blocks"), label);
    return interact(payloads.press(user, room, message, press));
  }

  /// Presses again what was pressed in this payload, though nobody may see it any more.
  SlackDelivery pressesAgain(String user, SlackDelivery old) {
    ObjectNode payload = old.payload().deepCopy();
    payload.put("trigger_id", world.trigger(user));
    return interact(payload);
  }

  SlackDelivery pressesInModal(String user, String label) {
    ObjectNode view = modal(user);
    return interact(payloads.press(user, view, SlackWords.press(view.path("blocks"), label)));
  }

  SlackDelivery pressesOnHome(String user, String label) {
    world.goHome(user);
    ObjectNode view =
        views.home(user).orElseThrow(() -> new IllegalArgumentException(user + " has no home"));
    return interact(payloads.press(user, view, SlackWords.press(view.path("blocks"), label)));
  }

  private SlackDelivery interact(ObjectNode payload) {
    return dispatch.send(Kind.INTERACTIVE, payload, _ -> {});
  }

  private ObjectNode modal(String user) {
    return views
        .modal(user)
        .orElseThrow(() -> new IllegalArgumentException(user + " has no modal open"));
  }

  void fills(String user, Map<String, String> values) {
    values.forEach((field, words) -> SlackForm.fill(modal(user), field, words));
  }

  void fillsHome(String user, Map<String, String> values) {
    ObjectNode home = views.home(user).orElseThrow();
    values.forEach((field, words) -> SlackForm.fill(home, field, words));
  }

  SlackDelivery submits(String user, Map<String, String> values) {
    fills(user, values);
    ObjectNode view = modal(user);
    if (!view.has("submit")) {
      throw new IllegalStateException("the modal has nothing to submit it with");
    }
    SlackForm.checkComplete(view);
    ObjectNode payload = payloads.submission(user, view);
    return dispatch.send(Kind.INTERACTIVE, payload, said -> submitted(user, view, said));
  }

  private void submitted(String user, ObjectNode view, JsonNode said) {
    view.remove("errors");
    switch (said.path("response_action").asText()) {
      case "" -> views.close(user);
      case "clear" -> views.clear(user);
      case "errors" -> views.complain(view, said.path("errors"));
      case "update" -> views.replace(user, view, SlackViewRules.modal(said.path("view")));
      case "push" -> views.push(user, SlackViewRules.modal(said.path("view")));
      default -> throw SlackRefusal.of("unknown response_action");
    }
  }

  /// Closes the modal on top; the app is told only if it asked for it.
  void closes(String user) {
    ObjectNode view = modal(user);
    views.close(user);
    if (view.path("notify_on_close").asBoolean()) {
      interact(payloads.closed(user, view, false));
    }
  }

  SlackDelivery shortcut(String user, String channel, String ts, String callbackId) {
    SlackRoom room = world.visit(user, channel);
    return interact(payloads.shortcut(user, room, room.known(ts), callbackId));
  }

  SlackDelivery shortcut(String user, String callbackId) {
    return interact(payloads.shortcut(user, callbackId));
  }

  void opensHome(String user) {
    world.goHome(user);
    events.home(user, world.direct(user), views.home(user).orElse(null));
  }
}
