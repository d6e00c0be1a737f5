package app.bellwire.chat.slack;

import app.bellwire.chat.Address;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.chat.SendResult;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts and changes messages. A message is called a second time only where Slack has refused the
/// first form of it: beside its thread, or as plain text. Thread-safe.
final class Posts {
  private static final Logger LOG = LoggerFactory.getLogger(Posts.class);

  /// Marks our messages, with the id of their delivery; every app and member of the workspace can
  /// read it.
  static final String EVENT = "bellwire_alert";

  static final String DELIVERY = "delivery_id";

  /// Links and names in a text stay text; chat.update would find them by itself.
  private static final String PARSE = "none";

  /// How long no reply is tried where none was taken.
  private static final Duration REFUSED = Duration.ofHours(1);

  private static final int MANY = 1_000;

  private final WebApi api;
  private final Watch watch;
  private final AtomicInteger revisions;

  /// Channels, and messages of channels, that take no replies.
  private final Recent<String, Boolean> noReplies;

  Posts(WebApi api, Watch watch, InstantSource clock) {
    this.api = api;
    this.watch = watch;
    this.noReplies = new Recent<>(REFUSED, MANY, clock);
    // A restart must not give a message the revision it has.
    this.revisions = new AtomicInteger((int) clock.instant().getEpochSecond() & 0x3fff_ffff);
  }

  SendResult post(
      Address to, OutgoingMessage message, String deliveryId, @Nullable String replyTo) {
    Laid laid = Layout.message(message, deliveryId, 0);
    Post post = new Post(to, laid, message.priority(), deliveryId, thread(to, replyTo));
    Reply<ChatPostMessageResponse> reply = sent(post);
    if (reply instanceof Reply.Denied<?> denied && otherwise(post, denied, replyTo)) {
      post = post.in(post.thread() == null ? replyTo : null);
      reply = sent(post);
    }
    if (malformed(reply, to)) {
      reply = sent(post.as(Layout.plain(message)));
    }
    return result(reply.map(done -> Objects.requireNonNullElse(done.getTs(), "")));
  }

  /// A message on its way.
  ///
  /// @param thread its root, or null
  private record Post(
      Address to, Laid laid, Priority priority, String deliveryId, @Nullable String thread) {
    Post in(@Nullable String other) {
      return new Post(to, laid, priority, deliveryId, other);
    }

    Post as(Laid other) {
      return new Post(to, other, priority, deliveryId, thread);
    }

    /// What was wrong is told to those too who do not follow the thread.
    ChatPostMessageRequest request() {
      return ChatPostMessageRequest.builder()
          .channel(to.id())
          .text(laid.text())
          .blocks(laid.blocks().isEmpty() ? null : laid.blocks())
          .metadata(metadata(deliveryId))
          .threadTs(thread)
          .replyBroadcast(thread != null && priority == Priority.CORRECTION)
          .unfurlLinks(false)
          .unfurlMedia(false)
          .parse(PARSE)
          .mrkdwn(false)
          .build();
    }
  }

  private Reply<ChatPostMessageResponse> sent(Post post) {
    return told(api.call(slack -> slack.chatPostMessage(post.request())));
  }

  private @Nullable String thread(Address to, @Nullable String replyTo) {
    boolean takesNone =
        replyTo == null
            || noReplies.get(to.id()).isPresent()
            || noReplies.get(reply(to, replyTo)).isPresent();
    return takesNone ? null : replyTo;
  }

  private static String reply(Address to, String root) {
    return to.id() + "/" + root;
  }

  /// Whether the message may pass beside its thread, or in the one it was kept out of; the channel
  /// is known for it from then on.
  private boolean otherwise(Post post, Reply.Denied<?> denied, @Nullable String replyTo) {
    if (replyTo == null) {
      return false;
    }
    String whole = post.to().id();
    String thread = reply(post.to(), replyTo);
    if (post.thread() != null && Denials.noReply(denied)) {
      LOG.info("{} takes no reply to {}: {}", post.to(), replyTo, denied.error());
      noReplies.put(Denials.noReplyAnywhere(denied) ? whole : thread, true);
      return true;
    }
    if (post.thread() == null && Denials.repliesOnly(denied)) {
      noReplies.forget(whole);
      noReplies.forget(thread);
      return true;
    }
    return false;
  }

  SendResult edit(Address at, String messageId, OutgoingMessage message, String deliveryId) {
    Laid laid = Layout.message(message, deliveryId, revisions.incrementAndGet());
    Reply<ChatUpdateResponse> reply = changed(at, messageId, laid, deliveryId);
    if (malformed(reply, at)) {
      reply = changed(at, messageId, Layout.plain(message), deliveryId);
    }
    return result(reply.map(done -> messageId));
  }

  /// An empty list takes away the blocks that a message had; to leave them out would keep them.
  private Reply<ChatUpdateResponse> changed(
      Address at, String messageId, Laid laid, String deliveryId) {
    ChatUpdateRequest request =
        ChatUpdateRequest.builder()
            .channel(at.id())
            .ts(messageId)
            .text(laid.text())
            .blocks(laid.blocks())
            .metadata(metadata(deliveryId))
            .parse(PARSE)
            .build();
    return told(api.call(slack -> slack.chatUpdate(request)));
  }

  private static Message.Metadata metadata(String deliveryId) {
    return Message.Metadata.builder()
        .eventType(EVENT)
        .eventPayload(Map.of(DELIVERY, deliveryId))
        .build();
  }

  private <T extends SlackApiTextResponse> Reply<T> told(Reply<T> reply) {
    watch.sent(reply);
    return reply;
  }

  /// Whether a message is sent once more as plain text, which is our fault and stands in the log.
  private static boolean malformed(Reply<?> reply, Address to) {
    boolean malformed = reply instanceof Reply.Denied<?> denied && Denials.malformed(denied);
    if (malformed) {
      LOG.error("{}: a message was refused and goes out plain: {}", to, reply);
    }
    return malformed;
  }

  /// @param reply with the message's id, or an empty one
  static SendResult result(Reply<String> reply) {
    return switch (reply) {
      case Reply.Done<String>(String id) ->
          id.isEmpty()
              ? new SendResult.Uncertain("an answer without the message's id")
              : new SendResult.Sent(id);
      case Reply.Denied<?> denied -> Denials.result(denied);
      case Reply.Unreached<?>(String detail) ->
          new SendResult.Unavailable("not reached: " + detail);
      case Reply.Lost<?>(String detail) -> new SendResult.Uncertain(detail);
    };
  }
}
