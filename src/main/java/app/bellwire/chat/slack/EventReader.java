package app.bellwire.chat.slack;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatEvent;
import app.bellwire.chat.Incoming;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.UserId;
import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import com.slack.api.model.event.MessageEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what the Events API tells. What other programs say, and what nobody addressed to the app,
/// is none of its business. Thread-safe.
final class EventReader {
  /// The reasons by which Slack itself refuses a message to such a channel.
  static final String LEFT = "not_in_channel";

  static final String ARCHIVED = "is_archived";
  static final String DELETED = "channel_not_found";

  private static final Pattern AFTER_A_NAME = Pattern.compile("^[\\s,:]+");

  private final Supplier<Optional<String>> self;
  private final People people;
  private final InstantSource clock;

  /// @param self the app's own user, for events that do not name it
  EventReader(Supplier<Optional<String>> self, People people, InstantSource clock) {
    this.self = self;
    this.people = people;
    this.clock = clock;
  }

  /// A direct message.
  Optional<Incoming> message(EventsApiPayload<MessageEvent> told, Origin origin) {
    MessageEvent event = told.getEvent();
    boolean direct = "im".equals(event.getChannelType()) || direct(event.getChannel());
    boolean foreign = event.getBotId() != null || event.getEdited() != null;
    if (!direct || foreign || event.getUser() == null || own(told, event.getUser())) {
      return Optional.empty();
    }
    String text = Objects.requireNonNullElse(event.getText(), "").strip();
    String words = text.startsWith("<@" + me(told)) ? afterName(text, me(told)) : typed(text);
    return said(told, origin, event.getChannel(), event.getUser(), words, event.getThreadTs());
  }

  private static boolean direct(@Nullable String channel) {
    return channel != null && channel.startsWith("D");
  }

  /// The words after the app's name. In direct messages they come as a message too.
  Optional<Incoming> mention(EventsApiPayload<AppMentionEvent> told, Origin origin) {
    AppMentionEvent event = told.getEvent();
    boolean foreign = event.getBotId() != null || event.getEdited() != null;
    if (direct(event.getChannel()) || foreign || event.getUser() == null) {
      return Optional.empty();
    }
    String words = afterName(Objects.requireNonNullElse(event.getText(), ""), me(told));
    return said(told, origin, event.getChannel(), event.getUser(), words, event.getThreadTs());
  }

  private String afterName(String text, String me) {
    int at = text.indexOf("<@" + me);
    int end = text.indexOf('>', Math.max(at, 0));
    String after = at < 0 || end < 0 ? text : text.substring(end + 1);
    return PayloadReader.addressed(typed(AFTER_A_NAME.matcher(after).replaceFirst("")));
  }

  private String typed(String text) {
    return TypedText.of(text, people::name);
  }

  private Optional<Incoming> said(
      EventsApiPayload<?> told,
      Origin origin,
      String channel,
      String user,
      String words,
      @Nullable String thread) {
    return Optional.of(
        new IncomingMessage(
            id(told),
            origin.chat(channel),
            Origin.user(user),
            name(user),
            words,
            thread,
            null,
            at(told)));
  }

  Optional<Incoming> homeOpened(EventsApiPayload<AppHomeOpenedEvent> told, Origin origin) {
    AppHomeOpenedEvent event = told.getEvent();
    if (!"home".equals(event.getTab())) {
      return Optional.empty();
    }
    UserId user = Origin.user(event.getUser());
    return happened(
        told, origin, event.getChannel(), new ChatEvent.PageOpened(user, name(user.id())));
  }

  /// Whether the app itself was invited.
  Optional<Incoming> joined(EventsApiPayload<MemberJoinedChannelEvent> told, Origin origin) {
    MemberJoinedChannelEvent event = told.getEvent();
    if (!own(told, Origin.required(event.getUser(), "user"))) {
      return Optional.empty();
    }
    String inviter = event.getInviter();
    ChatEvent.Added added =
        inviter == null
            ? new ChatEvent.Added("")
            : new ChatEvent.Added(name(inviter), Origin.user(inviter));
    return happened(told, origin, event.getChannel(), added);
  }

  Optional<Incoming> left(EventsApiPayload<MemberLeftChannelEvent> told, Origin origin) {
    MemberLeftChannelEvent event = told.getEvent();
    return own(told, Origin.required(event.getUser(), "user"))
        ? gone(told, origin, event.getChannel(), LEFT)
        : Optional.empty();
  }

  Optional<Incoming> gone(
      EventsApiPayload<?> told, Origin origin, @Nullable String channel, String reason) {
    return happened(told, origin, channel, new ChatEvent.Gone(reason));
  }

  Optional<Incoming> back(EventsApiPayload<?> told, Origin origin, @Nullable String channel) {
    return happened(told, origin, channel, new ChatEvent.Back());
  }

  Optional<Incoming> moved(EventsApiPayload<ChannelIdChangedEvent> told, Origin origin) {
    Address to = origin.chat(told.getEvent().getNewChannelId());
    return happened(told, origin, told.getEvent().getOldChannelId(), new ChatEvent.Moved(to));
  }

  private Optional<Incoming> happened(
      EventsApiPayload<?> told, Origin origin, @Nullable String channel, ChatEvent.What what) {
    return Optional.of(new ChatEvent(id(told), origin.chat(channel), what, at(told)));
  }

  private String name(String user) {
    return people.name(user).orElse(user);
  }

  private boolean own(EventsApiPayload<?> told, String user) {
    return me(told).equals(user);
  }

  private String me(EventsApiPayload<?> told) {
    return authorized(told)
        .or(self)
        .orElseThrow(() -> new NotKept("who the app is is not known yet", null));
  }

  private static Optional<String> authorized(EventsApiPayload<?> told) {
    List<Authorization> authorizations = told.getAuthorizations();
    return authorizations == null
        ? Optional.empty()
        : authorizations.stream()
            .filter(one -> Boolean.TRUE.equals(one.getIsBot()) && one.getUserId() != null)
            .map(Authorization::getUserId)
            .findFirst();
  }

  private static String id(EventsApiPayload<?> told) {
    return "event:" + Origin.required(told.getEventId(), "event id");
  }

  private Instant at(EventsApiPayload<?> told) {
    Integer seconds = told.getEventTime();
    return seconds == null ? clock.instant() : Instant.ofEpochSecond(seconds);
  }
}
