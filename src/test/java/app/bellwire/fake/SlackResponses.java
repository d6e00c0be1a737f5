package app.bellwire.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The addresses at which a command or a press can be answered later. Confined to the lock of its
/// world.
final class SlackResponses {
  static final String PATH = "/response/";

  private static final int MOST_USES = 5;

  private static final class Place {
    private final SlackRoom room;
    private final String user;
    private final @Nullable String original;
    private final long made = System.nanoTime();
    private int uses;

    private Place(SlackRoom room, String user, @Nullable String original) {
      this.room = room;
      this.user = user;
      this.original = original;
    }
  }

  private final URI base;
  private final SlackPosts posts;
  private final SlackCounts counts;
  private final Map<String, Place> places = new HashMap<>();
  Duration life = Duration.ofMinutes(30);

  SlackResponses(URI base, SlackPosts posts, SlackCounts counts) {
    this.base = base;
    this.posts = posts;
    this.counts = counts;
  }

  /// @param original the ts of the message that was pressed, if one was
  String url(SlackRoom room, String user, @Nullable String original) {
    String id = UUID.randomUUID().toString();
    places.put(id, new Place(room, user, original));
    return base + PATH + id;
  }

  /// The channel that an answer is for; empty when nobody knows.
  String channel(String id) {
    Place place = places.get(id);
    return place == null ? "" : place.room.id;
  }

  void respond(String id, JsonNode reply) {
    Place place = places.get(id);
    if (place == null) {
      throw SlackRefusal.of("invalid_url");
    }
    if (System.nanoTime() - place.made > life.toNanos()) {
      throw SlackRefusal.of("expired_url");
    }
    if (++place.uses > MOST_USES) {
      throw SlackRefusal.of("used_url");
    }
    show(place, reply);
  }

  private void show(Place place, JsonNode reply) {
    String original = place.original;
    boolean says = reply.has("replace_original") || reply.has("delete_original");
    if (original != null && !says) {
      counts.complain("a response that does not say what becomes of the message pressed");
    }
    if (original != null && reply.path("delete_original").asBoolean()) {
      posts.erase(place.room, original);
    } else if (original != null && reply.path("replace_original").asBoolean()) {
      posts.rewrite(place.room, original, reply);
    } else {
      posts.reply(place.room, place.user, reply);
    }
  }
}
