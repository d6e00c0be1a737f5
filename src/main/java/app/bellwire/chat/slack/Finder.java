package app.bellwire.chat.slack;

import app.bellwire.chat.Address;
import app.bellwire.chat.Lookup;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.request.conversations.ConversationsRepliesRequest;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for a message by the id of its delivery, which stands in its metadata. Thread-safe.
final class Finder {
  private static final Logger LOG = LoggerFactory.getLogger(Finder.class);

  /// By how much our clock may be ahead of Slack's.
  private static final Duration AHEAD = Duration.ofSeconds(60);

  /// Slack gives apps that are sold outside its marketplace no more at once.
  private static final int PAGE = 15;

  private static final int PAGES = 10;

  private final WebApi api;
  private final Watch watch;
  private final Supplier<Optional<Bot>> bot;

  Finder(WebApi api, Watch watch, Supplier<Optional<Bot>> bot) {
    this.api = api;
    this.watch = watch;
    this.bot = bot;
  }

  /// @param next where the next page begins, or null
  private record Page(List<Message> messages, @Nullable String next) {
    static Page of(List<Message> messages, @Nullable ResponseMetadata more) {
      return new Page(messages, more == null ? null : more.getNextCursor());
    }

    boolean last() {
      return next == null || next.isEmpty();
    }
  }

  /// A reply that its thread did not take stands in the channel.
  ///
  /// @param root of its thread, or null
  /// @param since it was not sent before
  Lookup find(Address at, String deliveryId, @Nullable String root, Instant since) {
    Instant from = since.minus(AHEAD);
    String oldest = "%d.%06d".formatted(from.getEpochSecond(), from.getNano() / 1_000);
    if (root != null) {
      Lookup inThread = search(deliveryId, cursor -> replies(at.id(), root, oldest, cursor));
      if (!(inThread instanceof Lookup.Absent)) {
        return inThread;
      }
    }
    return search(deliveryId, cursor -> history(at.id(), oldest, cursor));
  }

  private Reply<Page> history(String channel, String oldest, @Nullable String cursor) {
    ConversationsHistoryRequest request =
        ConversationsHistoryRequest.builder()
            .channel(channel)
            .oldest(oldest)
            .inclusive(true)
            .includeAllMetadata(true)
            .limit(PAGE)
            .cursor(cursor)
            .build();
    return api.call(slack -> slack.conversationsHistory(request))
        .map(answer -> Page.of(answer.getMessages(), answer.getResponseMetadata()));
  }

  private Reply<Page> replies(String channel, String root, String oldest, @Nullable String cursor) {
    ConversationsRepliesRequest request =
        ConversationsRepliesRequest.builder()
            .channel(channel)
            .ts(root)
            .oldest(oldest)
            .inclusive(true)
            .includeAllMetadata(true)
            .limit(PAGE)
            .cursor(cursor)
            .build();
    return api.call(slack -> slack.conversationsReplies(request))
        .map(answer -> Page.of(answer.getMessages(), answer.getResponseMetadata()));
  }

  private Lookup search(String deliveryId, Function<@Nullable String, Reply<Page>> pages) {
    String cursor = null;
    for (int read = 0; read < PAGES; read++) {
      Reply<Page> reply = pages.apply(cursor);
      watch.asked(reply);
      if (!(reply instanceof Reply.Done<Page>(Page page))) {
        return unread(reply);
      }
      Optional<String> found =
          page.messages().stream()
              .filter(message -> isOf(deliveryId, message))
              .map(Message::getTs)
              .findFirst();
      if (found.isPresent()) {
        return new Lookup.Found(found.get());
      }
      if (page.last()) {
        return new Lookup.Absent();
      }
      cursor = page.next();
    }
    return new Lookup.Unknown();
  }

  /// A thread that is gone has nothing in it.
  private static Lookup unread(Reply<Page> reply) {
    if (reply instanceof Reply.Denied<?> denied && denied.error().equals("thread_not_found")) {
      return new Lookup.Absent();
    }
    LOG.warn("Slack does not tell whether a message came: {}", reply);
    return new Lookup.Unknown();
  }

  /// Others can write metadata too.
  private boolean isOf(String deliveryId, Message message) {
    Message.Metadata metadata = message.getMetadata();
    return metadata != null
        && Posts.EVENT.equals(metadata.getEventType())
        && metadata.getEventPayload() != null
        && deliveryId.equals(metadata.getEventPayload().get(Posts.DELIVERY))
        && bot.get().map(us -> us.wrote(message.getBotId())).orElse(true);
  }
}
