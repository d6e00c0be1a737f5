package app.bellwire.chat.slack;

import app.bellwire.chat.Address;
import app.bellwire.chat.Form;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Panel;
import app.bellwire.chat.SendResult;
import app.bellwire.chat.UserId;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.methods.response.views.ViewsUpdateResponse;
import com.slack.api.model.view.View;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts answers where a command was typed or a button pressed: in its modal, in the place of what
/// one person alone sees, or beside it for that person. In a direct channel answers are messages.
/// Thread-safe.
final class Answers {
  /// What modals are called that show an ordinary answer.
  private static final String TITLE = "Bellwire";

  private static final String FOR_ONE = "ephemeral";

  /// People whose page is renewed when something changes.
  private static final int MANY = 10_000;

  private final WebApi api;
  private final Watch watch;
  private final Posts posts;
  private final Surfaces surfaces;
  private final Set<UserId> pages = ConcurrentHashMap.newKeySet();

  Answers(WebApi api, Watch watch, Posts posts, Surfaces surfaces) {
    this.api = api;
    this.watch = watch;
    this.posts = posts;
    this.surfaces = surfaces;
  }

  SendResult answer(
      IncomingMessage asked, OutgoingMessage message, String deliveryId, @Nullable String replyTo) {
    if (Directs.direct(asked.from())) {
      return posts.post(asked.from(), message, deliveryId, replyTo);
    }
    return respond(asked, message, deliveryId, false)
        .orElseGet(() -> whisper(asked.from(), asked.user(), message, deliveryId));
  }

  SendResult replace(IncomingMessage press, OutgoingMessage message, String deliveryId) {
    Optional<Surface> surface = surfaces.of(press.updateId());
    Surface.@Nullable Shown view = surface.map(Surface::view).orElse(null);
    if (view != null) {
      return inView(press, view, Views.modal(TITLE, message, press.from().toString()));
    }
    if (surface.filter(Surface::ephemeral).isPresent()) {
      return respond(press, message, deliveryId, true)
          .orElseGet(() -> whisper(press.from(), press.user(), message, deliveryId));
    }
    return press.replyTo() == null
        ? answer(press, message, deliveryId, null)
        : posts.edit(press.from(), press.replyTo(), message, deliveryId);
  }

  SendResult show(IncomingMessage press, Form form) {
    View modal = Views.modal(form, press.from().toString());
    Surface.@Nullable Shown view = surfaces.of(press.updateId()).map(Surface::view).orElse(null);
    return view == null ? opened(press, modal) : inView(press, view, modal);
  }

  /// A short word on a press, for whoever pressed.
  void note(IncomingMessage press, String text) {
    if (!text.isEmpty()) {
      OutgoingMessage note = OutgoingMessage.of(text);
      Surface.@Nullable Shown view = surfaces.of(press.updateId()).map(Surface::view).orElse(null);
      SendResult unused =
          view == null
              ? beside(press, note)
              : inView(press, view, Views.modal(TITLE, note, press.from().toString()));
    }
  }

  private SendResult beside(IncomingMessage press, OutgoingMessage note) {
    String id = "n-" + press.updateId();
    return respond(press, note, id, false)
        .orElseGet(() -> whisper(press.from(), press.user(), note, id));
  }

  /// The Home page is left as it is: what is answered there opens over it.
  private SendResult inView(IncomingMessage press, Surface.Shown view, View modal) {
    return view.home() ? opened(press, modal) : updated(view.id(), modal);
  }

  private SendResult opened(IncomingMessage press, View modal) {
    return surfaces
        .takeTrigger(press.updateId())
        .map(
            trigger ->
                result(
                    api.<ViewsOpenResponse>call(
                        slack -> slack.viewsOpen(v -> v.triggerId(trigger).view(modal))),
                    done -> done.getView().getId()))
        .orElseGet(() -> new SendResult.Refused("too late to open a view"));
  }

  private SendResult updated(String view, View modal) {
    return result(
        api.<ViewsUpdateResponse>call(slack -> slack.viewsUpdate(v -> v.viewId(view).view(modal))),
        done -> view);
  }

  SendResult page(UserId user, Address home, Panel page) {
    if (pages.size() < MANY) {
      pages.add(user);
    }
    View view = Views.home(page, home.toString());
    return result(
        api.<ViewsPublishResponse>call(
            slack -> slack.viewsPublish(v -> v.userId(user.id()).view(view))),
        done -> done.getView().getId());
  }

  boolean hasPage(UserId user) {
    return pages.contains(user);
  }

  /// By the address that came with the command or press, if it still takes an answer.
  private Optional<SendResult> respond(
      IncomingMessage asked, OutgoingMessage message, String deliveryId, boolean instead) {
    Laid laid = Layout.message(message, deliveryId, 0);
    ActionResponse response =
        ActionResponse.builder()
            .responseType(FOR_ONE)
            .replaceOriginal(instead)
            .text(laid.text())
            .blocks(laid.blocks())
            .build();
    return surfaces
        .takeResponseUrl(asked.updateId())
        .map(url -> result(api.respond(url, response), done -> deliveryId))
        .filter(result -> !(result instanceof SendResult.Refused));
  }

  SendResult whisper(Address to, UserId user, OutgoingMessage message, String deliveryId) {
    Laid laid = Layout.message(message, deliveryId, 0);
    ChatPostEphemeralRequest request =
        ChatPostEphemeralRequest.builder()
            .channel(to.id())
            .user(user.id())
            .text(laid.text())
            .blocks(laid.blocks())
            .build();
    return result(api.call(slack -> slack.chatPostEphemeral(request)), done -> done.getMessageTs());
  }

  private <T> SendResult result(Reply<T> reply, Function<T, @Nullable String> id) {
    watch.sent(reply);
    return Posts.result(reply.map(done -> Optional.ofNullable(id.apply(done)).orElse("")));
  }
}
