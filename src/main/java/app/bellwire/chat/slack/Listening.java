package app.bellwire.chat.slack;

import app.bellwire.chat.Inbox;
import app.bellwire.inbound.Endpoint;
import com.slack.api.model.view.View;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hears what people do on Slack: by Socket Mode where there is a token of the app, by signed
/// requests where there is a signing secret. Thread-safe; [#start] and [#close] once each.
final class Listening implements AutoCloseable {
  private static final String NAMELESS = "Bellwire";

  private final BoltApp app;
  private final @Nullable WebApi opener;
  private final @Nullable SocketLink link;
  private final Optional<SlackEvents> endpoint;

  /// @param surfaces told of each command and press before it is handed in
  /// @param self who the app is
  Listening(
      SlackAccess access,
      WebApi api,
      Watch watch,
      Users users,
      Surfaces surfaces,
      Supplier<Optional<Bot>> self,
      Inbox inbox,
      ThreadFactory threads,
      InstantSource clock) {
    app =
        new BoltApp(
            api.slack(),
            new PayloadReader(users, clock),
            new EventReader(() -> self.get().map(Bot::user), users, clock),
            inbox,
            surfaces,
            Listening::waiting,
            watch);
    opener =
        access.appToken().isEmpty()
            ? null
            : new WebApi(access.server(), access.appToken(), threads);
    link = opener == null ? null : new SocketLink(Door.of(opener, watch), app, watch, threads);
    endpoint =
        access.signingSecret().isEmpty()
            ? Optional.empty()
            : Optional.of(new SlackEvents(access.signingSecret(), app, clock));
  }

  private static View waiting(View handedIn) {
    String title = handedIn.getTitle() == null ? NAMELESS : handedIn.getTitle().getText();
    return Views.waiting(title, handedIn.getPrivateMetadata());
  }

  void start() {
    if (link != null) {
      link.start();
    }
  }

  /// Where events over HTTP come in.
  Optional<Endpoint> endpoint() {
    return endpoint.map(Function.identity());
  }

  /// Requests over HTTP that were refused because of their signature.
  long refused() {
    return endpoint.map(SlackEvents::refused).orElse(0L);
  }

  /// How often something was not acknowledged because it could not be kept.
  long notKept() {
    return app.notKept();
  }

  /// What came and was left out because it could not be read.
  long unreadable() {
    return app.unreadable();
  }

  @Override
  public void close() throws InterruptedException {
    if (link != null) {
      link.close();
    }
    if (opener != null) {
      opener.close();
    }
  }
}
