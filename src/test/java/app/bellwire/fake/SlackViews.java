package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The modals that people have open and their Home pages. Confined to the lock of its world.
final class SlackViews {
  private static final int DEEPEST = 3;

  private final SlackWorld world;
  private final SlackTranscript transcript;
  private final Map<String, Deque<ObjectNode>> modals = new HashMap<>();
  private final Map<String, ObjectNode> homes = new HashMap<>();

  SlackViews(SlackWorld world, SlackTranscript transcript) {
    this.world = world;
    this.transcript = transcript;
  }

  JsonNode open(SlackRequest call) {
    String user = world.use(call.text("trigger_id"));
    ObjectNode view = SlackViewRules.modal(call);
    Deque<ObjectNode> stack = new ArrayDeque<>();
    modals.put(user, stack);
    return answer(show(user, view, stack, SlackTranscript.Kind.OPEN));
  }

  JsonNode push(SlackRequest call) {
    String user = world.use(call.text("trigger_id"));
    return answer(push(user, SlackViewRules.modal(call)));
  }

  ObjectNode push(String user, ObjectNode view) {
    Deque<ObjectNode> stack = modals.getOrDefault(user, new ArrayDeque<>());
    if (stack.size() >= DEEPEST) {
      throw SlackRefusal.of("push_limit_reached");
    }
    modals.put(user, stack);
    return show(user, view, stack, SlackTranscript.Kind.OPEN);
  }

  private ObjectNode show(
      String user, ObjectNode view, Deque<ObjectNode> stack, SlackTranscript.Kind kind) {
    ObjectNode shown = signed(view, world.nextId("V"), user);
    ObjectNode root = stack.isEmpty() ? shown : stack.getLast();
    shown.put("root_view_id", root.path("id").asText());
    shown.put("previous_view_id", stack.isEmpty() ? null : stack.getFirst().path("id").asText());
    stack.push(shown);
    transcript.add(kind, "", user, shown);
    return shown;
  }

  private ObjectNode signed(ObjectNode view, String id, String user) {
    ObjectNode signed = view.deepCopy();
    signed.put("id", id).put("team_id", SlackWorld.TEAM).put("app_id", SlackWorld.APP);
    signed.put("app_installed_team_id", SlackWorld.TEAM).put("bot_id", SlackWorld.BOT_ID);
    signed.put("hash", SlackWorld.now() + "." + UUID.randomUUID().toString().substring(0, 8));
    SlackForm.begin(signed, world.viewing(user));
    return signed;
  }

  JsonNode update(SlackRequest call) {
    String id = call.text("view_id");
    ObjectNode old = open(id).orElseThrow(() -> SlackRefusal.of("not_found"));
    checkHash(call, old);
    String user = owner(id).orElseThrow();
    return answer(replace(user, old, SlackViewRules.modal(call)));
  }

  /// What was typed into a field stays when its ids stay.
  ObjectNode replace(String user, ObjectNode old, ObjectNode view) {
    ObjectNode shown = signed(view, old.path("id").asText(), user);
    shown.set("root_view_id", old.path("root_view_id"));
    shown.set("previous_view_id", old.path("previous_view_id"));
    SlackForm.keep(old, shown);
    Deque<ObjectNode> stack = new ArrayDeque<>();
    modals.getOrDefault(user, stack).forEach(each -> stack.add(same(each, old) ? shown : each));
    modals.put(user, stack);
    transcript.add(SlackTranscript.Kind.UPDATE_VIEW, "", user, shown);
    return shown;
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return one.path("id").equals(other.path("id"));
  }

  JsonNode publish(SlackRequest call) {
    String user = call.text("user_id");
    if (world.user(user).isEmpty()) {
      throw SlackRefusal.of("user_not_found");
    }
    ObjectNode old = homes.get(user);
    checkHash(call, old);
    ObjectNode view = SlackViewRules.home(call);
    String id = old == null ? world.nextId("V") : old.path("id").asText();
    ObjectNode shown = signed(view, id, user);
    shown.put("root_view_id", id).putNull("previous_view_id");
    if (old != null) {
      SlackForm.keep(old, shown);
    }
    homes.put(user, shown);
    transcript.add(SlackTranscript.Kind.HOME, "", user, shown);
    return answer(shown);
  }

  private static void checkHash(SlackRequest call, @Nullable ObjectNode old) {
    boolean changed = old != null && !call.text("hash").equals(old.path("hash").asText());
    if (call.has("hash") && changed) {
      throw SlackRefusal.of("hash_conflict");
    }
  }

  private static JsonNode answer(ObjectNode view) {
    return JsonNodeFactory.instance.objectNode().set("view", view.deepCopy());
  }

  private Optional<ObjectNode> open(String id) {
    return modals.values().stream()
        .flatMap(Deque::stream)
        .filter(view -> view.path("id").asText().equals(id))
        .findFirst();
  }

  private Optional<String> owner(String id) {
    return modals.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().stream().anyMatch(view -> view.path("id").asText().equals(id)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The modal on top.
  Optional<ObjectNode> modal(String user) {
    return Optional.ofNullable(modals.get(user)).map(Deque::peek);
  }

  Optional<ObjectNode> home(String user) {
    return Optional.ofNullable(homes.get(user));
  }

  /// Takes the modal on top away; below it may be another.
  void close(String user) {
    modals.getOrDefault(user, new ArrayDeque<>()).poll();
  }

  /// Takes all modals away.
  void clear(String user) {
    modals.remove(user);
  }

  /// Shows beside fields why they were not taken.
  void complain(ObjectNode view, JsonNode errors) {
    ArrayNode blocks = (ArrayNode) view.path("blocks");
    errors
        .fieldNames()
        .forEachRemaining(
            id -> {
              if (blocks.valueStream().noneMatch(b -> isInput(b, id))) {
                throw SlackRefusal.of("no input block is " + id);
              }
            });
    view.set("errors", errors);
  }

  private static boolean isInput(JsonNode block, String id) {
    return block.path("type").asText().equals("input")
        && block.path("block_id").asText().equals(id);
  }
}
