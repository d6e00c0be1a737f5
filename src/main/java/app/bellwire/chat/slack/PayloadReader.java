package app.bellwire.chat.slack;

import app.bellwire.chat.Address;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.UserId;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.Message;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads commands, shortcuts, presses and forms. What is none of the app's business is none; what
/// should be and cannot be read ends in an exception. Thread-safe.
final class PayloadReader {
  /// The action id of a button that only opens a page begins with this.
  private static final String OPENS = "open";

  private static final String SELF = "/bellwire";
  private static final String WHY = "/why";
  private static final Pattern WHY_LINK =
      Pattern.compile(
          "(?i:w|why)\\s+https://[^/\\s]+/archives/(?<channel>[A-Z0-9]+)"
              + "/p(?<seconds>\\d{10})(?<micros>\\d{6})(?:\\?(?<query>\\S*))?");
  private static final Pattern THREAD =
      Pattern.compile("(?:^|.*&)thread_ts=(?<root>\\d{10}\\.\\d{6})(?:&.*|$)");

  private final People people;
  private final InstantSource clock;

  PayloadReader(People people, InstantSource clock) {
    this.people = people;
    this.clock = clock;
  }

  /// Who did something.
  private record Who(UserId user, String name) {}

  /// What was typed or pressed.
  private record Said(
      String text, @Nullable String replyTo, @Nullable String pressed, Map<String, String> fields) {
    static Said typed(String text, @Nullable String replyTo) {
      return new Said(text, replyTo, null, Map.of());
    }
  }

  /// A command, whatever its name.
  Read command(SlashCommandPayload used, Origin origin) {
    Who who = who(used.getUserId(), used.getUserName());
    Address from = origin.chat(used.getChannelId());
    return new Read(
        message("command", used.getTriggerId(), origin, from, who, typed(used, from)),
        surface(who, used.getResponseUrl(), used.getTriggerId(), null, null));
  }

  private Said typed(SlashCommandPayload used, Address from) {
    String words = words(used.getText());
    Matcher why = WHY_LINK.matcher(words);
    return why.matches() && why.group("channel").equals(from.id())
        ? Said.typed(WHY, linked(why))
        : Said.typed(addressed(words), null);
  }

  /// The first message of the thread that a link leads to.
  private static String linked(Matcher link) {
    Matcher thread = THREAD.matcher(Objects.requireNonNullElse(link.group("query"), ""));
    return thread.matches()
        ? thread.group("root")
        : link.group("seconds") + "." + link.group("micros");
  }

  /// Words meant for the app, as a command; a slash typed before them is one too many.
  static String addressed(String words) {
    String bare = words.startsWith("/") ? words.substring(1) : words;
    return bare.isBlank() ? SELF : SELF + " " + bare;
  }

  private String words(@Nullable String text) {
    return text == null ? "" : TypedText.of(text, people::name);
  }

  Optional<Read> messageShortcut(MessageShortcutPayload used, Origin origin) {
    Message message = used.getMessage();
    String thread = message.getThreadTs();
    String root = Origin.required(thread == null ? message.getTs() : thread, "ts");
    return switch (Objects.requireNonNullElse(used.getCallbackId(), "")) {
      case "why" -> Optional.of(shortcut(used, origin, Said.typed(WHY, root)));
      case "follow" -> {
        Map<String, String> text = Map.of("text", words(message.getText()));
        yield Optional.of(shortcut(used, origin, new Said(SELF + " sub", root, null, text)));
      }
      default -> Optional.empty();
    };
  }

  private Read shortcut(MessageShortcutPayload used, Origin origin, Said said) {
    Who who = who(used.getUser().getId(), used.getUser().getName());
    Address from = origin.chat(used.getChannel().getId());
    return new Read(
        message("shortcut", used.getTriggerId(), origin, from, who, said),
        surface(
            who,
            used.getResponseUrl(),
            used.getTriggerId(),
            null,
            used.getMessage().getThreadTs()));
  }

  /// Its chat is the direct messages with the person, or the person where those are not known:
  /// Slack takes either.
  Optional<Read> globalShortcut(GlobalShortcutPayload used, Origin origin) {
    if (!"subscribe".equals(used.getCallbackId())) {
      return Optional.empty();
    }
    Who who = who(used.getUser().getId(), used.getUser().getUsername());
    String user = who.user().id();
    Address from = origin.chat(people.direct(user).orElse(user));
    return Optional.of(
        new Read(
            message("shortcut", used.getTriggerId(), origin, from, who, Said.typed("/sub", null)),
            surface(who, null, used.getTriggerId(), null, null)));
  }

  /// A press of a button that does something, with what stands in the fields beside it.
  Optional<Read> press(BlockActionPayload made, Origin origin) {
    List<BlockActionPayload.Action> actions = made.getActions();
    if (actions.size() != 1 || !does(actions.getFirst())) {
      return Optional.empty();
    }
    String pressed = actions.getFirst().getValue();
    return Optional.of(
        made.getView() == null
            ? pressUnderMessage(made, pressed, origin)
            : pressInView(made, pressed, origin));
  }

  private static boolean does(BlockActionPayload.Action action) {
    return "button".equals(action.getType())
        && action.getValue() != null
        && !action.getValue().isEmpty()
        && !Objects.requireNonNullElse(action.getActionId(), "").startsWith(OPENS);
  }

  private Read pressUnderMessage(BlockActionPayload made, String pressed, Origin origin) {
    BlockActionPayload.Container place = made.getContainer();
    Address from =
        origin.chat(made.getChannel() == null ? place.getChannelId() : made.getChannel().getId());
    String under = place.isEphemeral() ? null : place.getMessageTs();
    Who who = who(made.getUser());
    Surface surface =
        new Surface(
            who.user(),
            made.getResponseUrl(),
            made.getTriggerId(),
            null,
            place.isEphemeral(),
            place.getThreadTs(),
            clock.instant());
    Said said = new Said("", under, pressed, fields(made.getState()));
    return new Read(message("press", made.getTriggerId(), origin, from, who, said), surface);
  }

  private Read pressInView(BlockActionPayload made, String pressed, Origin origin) {
    View view = made.getView();
    Who who = who(made.getUser());
    Said said = new Said("", null, pressed, fields(view.getState()));
    return new Read(
        message("press", made.getTriggerId(), origin, chatOf(view), who, said),
        surface(who, null, made.getTriggerId(), shown(view), null));
  }

  /// The chat that a view belongs to.
  private static Address chatOf(View view) {
    return Optional.ofNullable(view.getPrivateMetadata())
        .flatMap(Address::parse)
        .filter(chat -> chat.network().equals(Address.SLACK))
        .orElseThrow(() -> new Unreadable("its view belongs to no chat"));
  }

  private static Surface.Shown shown(View view) {
    return new Surface.Shown(
        Origin.required(view.getId(), "view id"), "home".equals(view.getType()));
  }

  /// A form of ours that was handed in.
  Optional<Read> submission(ViewSubmissionPayload made, Origin origin) {
    View view = made.getView();
    String callback = Objects.requireNonNullElse(view.getCallbackId(), "");
    if (!callback.startsWith(Views.SUBMIT)) {
      return Optional.empty();
    }
    ViewSubmissionPayload.User user = made.getUser();
    Who who = who(user.getId(), either(user.getName(), user.getUsername()));
    Said said =
        new Said("", null, callback.substring(Views.SUBMIT.length()), fields(view.getState()));
    return Optional.of(
        new Read(
            message("submission", made.getTriggerId(), origin, chatOf(view), who, said),
            surface(who, null, made.getTriggerId(), shown(view), null)));
  }

  private Who who(BlockActionPayload.User user) {
    return who(user.getId(), either(user.getName(), user.getUsername()));
  }

  private static @Nullable String either(@Nullable String first, @Nullable String second) {
    return first == null || first.isEmpty() ? second : first;
  }

  private Who who(@Nullable String id, @Nullable String name) {
    UserId user = Origin.user(id);
    return name == null || name.isEmpty()
        ? new Who(user, people.name(user.id()).orElse(user.id()))
        : new Who(user, name);
  }

  /// What stands in the fields, by name; empty where nothing does.
  private static Map<String, String> fields(@Nullable ViewState state) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (state != null && state.getValues() != null) {
      for (Map<String, ViewState.Value> block : state.getValues().values()) {
        block.forEach((action, value) -> field(fields, action, value));
      }
    }
    return fields;
  }

  private static void field(Map<String, String> fields, String action, ViewState.Value value) {
    if (action.startsWith(Fields.FIELD)) {
      fields.put(action.substring(Fields.FIELD.length()), entered(value));
    }
  }

  private static String entered(ViewState.Value value) {
    if (value.getSelectedOption() != null) {
      return Objects.requireNonNullElse(value.getSelectedOption().getValue(), "");
    }
    String place = either(value.getSelectedConversation(), value.getSelectedChannel());
    return Objects.requireNonNullElse(either(place, value.getValue()), "");
  }

  private Surface surface(
      Who who,
      @Nullable String responseUrl,
      @Nullable String trigger,
      Surface.@Nullable Shown view,
      @Nullable String thread) {
    return new Surface(who.user(), responseUrl, trigger, view, false, thread, clock.instant());
  }

  /// @param own the id that Slack gave to what was done; one and the same however it reaches us
  private IncomingMessage message(
      String kind, @Nullable String own, Origin origin, Address from, Who who, Said said) {
    String id = own == null || own.isEmpty() ? origin.delivery() : own;
    return new IncomingMessage(
        kind + ":" + Origin.required(id, "id"),
        from,
        who.user(),
        who.name(),
        said.text(),
        said.replyTo(),
        said.pressed(),
        said.fields(),
        clock.instant());
  }
}
