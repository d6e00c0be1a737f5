package app.bellwire.chat.slack;

import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.model.Conversation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/// What channels are called now, as far as that is known without waiting; what is not known is
/// asked for meanwhile. Thread-safe.
final class ChannelNames {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMinutes(5);
  private static final int MANY = 2_000;

  private final WebApi api;
  private final Watch watch;
  private final ThreadFactory threads;
  private final Recent<String, String> known;
  private final Recent<String, Boolean> asked;

  ChannelNames(WebApi api, Watch watch, ThreadFactory threads, InstantSource clock) {
    this.api = api;
    this.watch = watch;
    this.threads = threads;
    this.known = new Recent<>(KEPT, MANY, clock);
    this.asked = new Recent<>(BETWEEN_QUESTIONS, MANY, clock);
  }

  /// `#newsroom`
  Optional<String> of(String channel) {
    Optional<String> name = known.get(channel);
    if (name.isEmpty() && asked.get(channel).isEmpty()) {
      asked.put(channel, true);
      threads.newThread(() -> ask(channel)).start();
    }
    return name;
  }

  private void ask(String channel) {
    Reply<ConversationsInfoResponse> reply =
        api.ask(slack -> slack.conversationsInfo(info -> info.channel(channel)));
    watch.asked(reply);
    if (reply instanceof Reply.Done<ConversationsInfoResponse>(ConversationsInfoResponse done)) {
      learn(done.getChannel());
    }
  }

  void learn(Conversation channel) {
    if (channel.getName() != null && !channel.getName().isEmpty()) {
      known.put(channel.getId(), "#" + channel.getName());
    }
  }
}
