package app.bellwire.chat.slack;

import app.bellwire.chat.Incoming;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.ChannelDeletedEvent;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.event.ChannelLeftEvent;
import com.slack.api.model.event.ChannelUnarchiveEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.GroupDeletedEvent;
import com.slack.api.model.event.GroupLeftEvent;
import com.slack.api.model.event.GroupUnarchiveEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.model.view.View;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Which of Slack's payloads is read by what. Each handler returns, and so acknowledges, after what
/// was read is handed in. Immutable.
final class Routes {
  /// The key under which a request's context carries the id of its delivery.
  static final String DELIVERY = "delivery";

  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private final PayloadReader payloads;
  private final EventReader events;
  private final UnaryOperator<View> waiting;
  private final Hearing hearing;
  private final Consumer<Read> inbox;

  /// @param waiting what stands in the place of a form that was handed in, until it is answered
  /// @param inbox keeps what was read, or throws
  Routes(
      PayloadReader payloads,
      EventReader events,
      UnaryOperator<View> waiting,
      Hearing hearing,
      Consumer<Read> inbox) {
    this.payloads = payloads;
    this.events = events;
    this.waiting = waiting;
    this.hearing = hearing;
    this.inbox = inbox;
  }

  void addTo(App app) {
    people(app);
    forms(app);
    said(app);
    channels(app);
    installation(app);
  }

  private void people(App app) {
    app.command(
        ANY,
        (used, context) -> {
          inbox.accept(payloads.command(used.getPayload(), origin(context)));
          return context.ack();
        });
    app.messageShortcut(
        ANY, (used, context) -> kept(payloads.messageShortcut(used.getPayload(), origin(context))));
    app.globalShortcut(
        ANY, (used, context) -> kept(payloads.globalShortcut(used.getPayload(), origin(context))));
    app.blockAction(
        ANY, (made, context) -> kept(payloads.press(made.getPayload(), origin(context))));
  }

  /// A form of ours stays open, or there would be no place for its answer.
  private void forms(App app) {
    app.viewSubmission(
        ANY,
        (made, context) -> {
          Optional<Read> form = payloads.submission(made.getPayload(), origin(context));
          Response closes = kept(form);
          return form.isEmpty()
              ? closes
              : context.ackWithUpdate(waiting.apply(made.getPayload().getView()));
        });
    app.viewClosed(ANY, (closed, context) -> context.ack());
  }

  private void said(App app) {
    on(app, MessageEvent.class, events::message);
    on(app, AppMentionEvent.class, events::mention);
    on(app, AppHomeOpenedEvent.class, events::homeOpened);
    on(app, MemberJoinedChannelEvent.class, events::joined);
    on(app, MemberLeftChannelEvent.class, events::left);
    on(app, ChannelIdChangedEvent.class, events::moved);
  }

  private void channels(App app) {
    gone(app, ChannelLeftEvent.class, ChannelLeftEvent::getChannel, EventReader.LEFT);
    gone(app, GroupLeftEvent.class, GroupLeftEvent::getChannel, EventReader.LEFT);
    gone(app, ChannelArchiveEvent.class, ChannelArchiveEvent::getChannel, EventReader.ARCHIVED);
    gone(app, GroupArchiveEvent.class, GroupArchiveEvent::getChannel, EventReader.ARCHIVED);
    gone(app, ChannelDeletedEvent.class, ChannelDeletedEvent::getChannel, EventReader.DELETED);
    gone(app, GroupDeletedEvent.class, GroupDeletedEvent::getChannel, EventReader.DELETED);
    back(app, ChannelUnarchiveEvent.class, ChannelUnarchiveEvent::getChannel);
    back(app, GroupUnarchiveEvent.class, GroupUnarchiveEvent::getChannel);
  }

  private void installation(App app) {
    app.event(
        AppUninstalledEvent.class,
        (told, context) -> {
          hearing.tokenRefused("the app was uninstalled");
          return context.ack();
        });
    app.event(
        TokensRevokedEvent.class,
        (told, context) -> {
          TokensRevokedEvent.Tokens revoked = told.getEvent().getTokens();
          if (revoked != null && revoked.getBot() != null && !revoked.getBot().isEmpty()) {
            hearing.tokenRefused("the bot's token was revoked");
          }
          return context.ack();
        });
  }

  private <E extends Event> void gone(
      App app, Class<E> kind, Function<E, String> channel, String reason) {
    on(
        app,
        kind,
        (told, origin) -> events.gone(told, origin, channel.apply(told.getEvent()), reason));
  }

  private <E extends Event> void back(App app, Class<E> kind, Function<E, String> channel) {
    on(app, kind, (told, origin) -> events.back(told, origin, channel.apply(told.getEvent())));
  }

  private <E extends Event> void on(
      App app, Class<E> kind, BiFunction<EventsApiPayload<E>, Origin, Optional<Incoming>> reading) {
    app.event(
        kind,
        (told, context) -> {
          Optional<Incoming> incoming = reading.apply(told, origin(context));
          return kept(incoming.map(one -> new Read(one, null)));
        });
  }

  private Response kept(Optional<Read> read) {
    read.ifPresent(inbox);
    return Response.ok();
  }

  private static Origin origin(Context context) {
    String delivery = context.getAdditionalValues().get(DELIVERY);
    return new Origin(context.getTeamId(), Objects.requireNonNullElse(delivery, ""));
  }
}
