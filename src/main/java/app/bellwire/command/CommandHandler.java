package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.alert.AlertVerbs;
import app.bellwire.chat.Action;
import app.bellwire.chat.Address;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.Panel;
import app.bellwire.chat.UserId;
import app.bellwire.command.Command.Length;
import app.bellwire.notice.NoticeVerbs;
import app.bellwire.subscription.Mute.Scope;
import app.bellwire.subscription.Subscription;
import app.bellwire.work.Outage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out what people type and press. Looking (counting, matching, asking the network who
/// somebody is) comes first; then the effect, the new buttons and taking the message off the queue
/// are one transaction, so that a message acts at most once however often it is handed in.
/// Thread-safe.
public final class CommandHandler {
  private static final Logger LOG = LoggerFactory.getLogger(CommandHandler.class);

  /// Tries of a transaction that another one stood in the way of.
  private static final int TRIES = 3;

  private final Stores stores;
  private final Install install;
  private final InstantSource clock;
  private final Asking asking;
  private final Subscribing subscribing;
  private final Muting muting;
  private final Explaining explaining;
  private final RunningStory running;
  private final Labelling labelling;
  private final WhyNot whyNot;
  private final Listing listing;
  private final Reporting reporting;
  private final Hours hours;
  private final Forgetting forgetting;
  private final Importing importing;
  private final Settling settling;
  private final Elsewhere elsewhere;
  private final TypedWords words;
  private final SettingsPanel panel;
  private final Panels panels;
  private final OncePerDay onlyText = new OncePerDay();
  private final Remedying remedying;

  public CommandHandler(
      Stores stores,
      Language language,
      SourceProbe sources,
      AlertPages pages,
      SubscriptionFile file,
      Remedies remedies,
      Install install,
      InstantSource clock) {
    this.stores = stores;
    this.install = install;
    this.clock = clock;
    asking = new Asking(stores, install, clock);
    subscribing = new Subscribing(stores, language, sources, install);
    muting = new Muting(stores, subscribing, pages);
    running = new RunningStory(stores, sources, install);
    labelling = new Labelling(stores, running);
    explaining = new Explaining(stores, language, subscribing, labelling);
    whyNot = new WhyNot(stores, language, sources, subscribing);
    listing = new Listing(stores, language, install, subscribing, muting);
    reporting = new Reporting(stores, sources, language, install);
    forgetting = new Forgetting(stores, install, listing, muting);
    importing = new Importing(stores, file, install);
    settling = new Settling(stores);
    AwaitedText awaited = new AwaitedText();
    elsewhere = new Elsewhere(stores, install, subscribing, listing, awaited);
    panel = new SettingsPanel(stores);
    remedying = new Remedying(stores, remedies);
    hours =
        new Hours(stores, install, subscribing, pages, (ask, action) -> pressed(ask, action).get());
    panels = new Panels(stores, sources, install, subscribing, muting, hours, elsewhere);
    words = new TypedWords(install, subscribing, elsewhere, panels, awaited);
  }

  /// What the person gets back; nothing when the message was answered before.
  public Answer handle(IncomingMessage message) {
    return handle(message, TRIES);
  }

  private Answer handle(IncomingMessage message, int tries) {
    try {
      if (message.pressed() != null && stores.chats().known(message.from()).isEmpty()) {
        return once(message, () -> Answer.toast(Replies.OLD_BUTTON));
      }
      Ask ask = asking.of(message);
      Supplier<Answer> step = step(ask);
      return once(message, step);
    } catch (RuntimeException e) {
      stores.subscriptions().reload();
      if (tries > 1 && e instanceof Outage outage && outage.passing()) {
        return handle(message, tries - 1);
      }
      LOG.error("Message {} of {} failed", message.updateId(), message.from(), e);
      return once(message, () -> failed(message));
    }
  }

  private Answer once(IncomingMessage message, Supplier<Answer> step) {
    return stores
        .unitOfWork()
        .inTransaction(() -> stores.queue().done(message) ? step.get() : Answer.NONE);
  }

  private static Answer failed(IncomingMessage message) {
    return message.pressed() != null
        ? Answer.toast(Replies.FAILED)
        : Answer.post(OutgoingMessage.of(Replies.FAILED));
  }

  private Supplier<Answer> step(Ask ask) {
    if (!ask.local() && !install.invited(ask.message().user(), ask.message().from())) {
      return () ->
          ask.pressed()
              ? Answer.NONE
              : ask.reply(Replies.startClosed(ask.message().user().toString()));
    }
    String button = ask.message().pressed();
    return button == null
        ? typed(ask)
        : stores
            .buttons()
            .find(ask.chat(), button)
            .map(action -> pressed(ask, action))
            .or(() -> ofATopic(ask, button))
            .orElseGet(() -> () -> Answer.toast(Replies.OLD_BUTTON));
  }

  /// What belongs to a topic that is closed or gone stands in the chat itself.
  private Optional<Supplier<Answer>> ofATopic(Ask ask, String button) {
    return stores.chats().within(ask.settings().address()).stream()
        .flatMap(
            topic ->
                stores
                    .buttons()
                    .find(topic.id(), button)
                    .map(action -> pressed(ask.with(topic), action))
                    .stream())
        .findFirst();
  }

  /// In a group only commands are heard, and words that were asked for.
  private Supplier<Answer> typed(Ask ask) {
    Optional<Supplier<Answer>> chosen = elsewhere.chosen(ask);
    if (chosen.isPresent()) {
      return chosen.get();
    }
    String text = ask.message().text();
    boolean heard = !ask.many() || CommandParser.command(text) || words.asked(ask);
    return heard ? typed(ask, CommandParser.parse(text)) : () -> Answer.NONE;
  }

  private Supplier<Answer> typed(Ask ask, Command command) {
    return switch (command) {
      case Command.Start(String payload) -> start(ask, payload);
      case Command.Settings settings ->
          () -> panels.here(ask) && ask.mayChange() ? panels.settings(ask) : panel.show(ask);
      case Command.Help help -> () -> reporting.help(ask);
      case Command.Look look -> words.look(ask, look.words());
      case Command.Try look ->
          look.words().isEmpty()
              ? () -> ask.reply(Replies.TRY_EMPTY)
              : subscribing.tryOut(ask, look.words());
      case Command.Edit edit ->
          changing(ask, () -> subscribing.pick(ask, edit.words(), Verbs.EDIT, Replies.PICK_CHANGE));
      case Command.Unsub unsub ->
          changing(ask, () -> subscribing.pick(ask, unsub.words(), Verbs.REMOVE, Replies.PICK_END));
      case Command.Listing(String where) ->
          elsewhere.listed(ask, where).orElseGet(() -> () -> listing.page(ask, 0));
      case Command.Silence silence -> changing(ask, () -> muting.typed(ask, silence));
      case Command.Unclocked unclocked -> () -> ask.reply(Replies.UNCLOCKED);
      case Command.Unmute unmute -> changing(ask, () -> muting.unmute(ask));
      case Command.Why why -> () -> why(ask, muting.meant(ask));
      case Command.WhyNot asked -> whyNot.about(ask, asked.url());
      case Command.Sources all -> () -> reporting.sources(ask);
      case Command.Status status -> () -> reporting.status(ask);
      case Command.Export export -> () -> listing.export(ask);
      case Command.Lost lost -> () -> settling.typed(ask, lost);
      case Command.MyData data -> () -> forgetting.stored(ask);
      case Command.ForgetMe forget -> () -> forgetting.ask(ask);
      case Command.Import pasted -> changing(ask, () -> importing.look(ask, pasted.yaml()));
      case Command.Timetable timetable -> () -> hours.typed(ask, timetable);
      case Command.Question question -> () -> NotUnderstood.question(ask, question.text());
      case Command.Link link -> whyNot.about(ask, link.url());
      case Command.Unknown unknown -> () -> NotUnderstood.command(ask, unknown);
      case Command.Nothing nothing ->
          () -> onlyText.today(ask) ? ask.reply(Replies.TEXT_OTHER) : Answer.NONE;
      case Command.TooLong tooLong -> () -> ask.reply(Replies.tooLong(tooLong.length()));
    };
  }

  private Supplier<Answer> pressed(Ask ask, Action action) {
    if (NoticeVerbs.ALL.contains(action.verb())) {
      return remedying.pressed(ask, action);
    }
    if (ask.overheard() && Verbs.SAY_MORE.contains(action.verb()) && !ask.mayChange()) {
      return () -> Answer.toast(ask.noRights());
    }
    return panels.pressed(ask, action.verb()).orElseGet(() -> carriedOut(ask, action));
  }

  private Supplier<Answer> carriedOut(Ask ask, Action action) {
    List<String> arguments = action.arguments();
    return switch (action.verb()) {
      case Verbs.LOOK -> words.lookAgain(ask, arguments.getFirst());
      case Verbs.LIST -> () -> listing.page(ask, Integer.parseInt(arguments.getFirst()));
      case Verbs.SHOW ->
          with(ask, arguments, s -> listing.one(ask, s, Integer.parseInt(arguments.get(1))));
      case Verbs.EXPORT -> () -> listing.export(ask);
      case Verbs.ASK_WORDS -> () -> words.ask(ask);
      case Verbs.CHOOSE_CHANNEL -> () -> elsewhere.choose(ask, "");
      case Verbs.IN -> elsewhere.pressed(ask, arguments, there -> act -> pressed(there, act));
      case Verbs.CHANNEL -> elsewhere.checked(ask, arguments);
      case Verbs.ADD_SOURCE -> () -> whyNot.addSource(ask, arguments.getFirst());
      case Verbs.HELP -> () -> reporting.help(ask);
      case Verbs.HELP_ALL -> () -> ask.reply(Replies.helpAll());
      case Verbs.SAMPLE -> () -> Answer.post(ask.say(ReportWords.sample(), List.of()));
      case Verbs.SOURCES -> () -> reporting.sources(ask);
      case Verbs.CANCEL -> () -> ask.reply(Replies.CANCELLED);
      case Verbs.CLOSE -> () -> ask.reply(Replies.CLOSED);
      case AlertVerbs.SHOW_REPORTS -> () -> muting.showReports(ask, arguments);
      case Verbs.SHOW_MISSED -> () -> muting.showMissed(ask, number(arguments, 0));
      case Verbs.WHY -> () -> why(ask, stores.alerts().find(number(arguments, 0)));
      case Verbs.STORY_SO_FAR -> () -> running.soFar(ask, number(arguments, 0));
      case Verbs.FORGET -> () -> forgetting.ask(ask);
      case Verbs.FORGET_COPY -> () -> forgetting.copy(ask);
      case Verbs.FORGET_NOW -> () -> forgetting.now(ask);
      case Verbs.DIGEST_TIMES, Verbs.QUIET_HOURS, Verbs.QUIET_PANEL, Verbs.ZONE_CANCEL ->
          () -> hours.looked(ask, action.verb()).orElseThrow();
      default -> change(ask, action.verb(), arguments);
    };
  }

  /// Presses that only those may do who may change what the chat gets.
  private Supplier<Answer> change(Ask ask, String verb, List<String> arguments) {
    if (!ask.mayChange()) {
      return () -> Answer.toast(ask.noRights(verb.contains("mute")));
    }
    return switch (verb) {
      case Verbs.SUBSCRIBE, Verbs.RESTORE -> () -> hours.subscribe(ask, arguments);
      case Verbs.UNDO_SUBSCRIBE -> () -> subscribing.undoSubscribe(ask, number(arguments, 0));
      case Verbs.REMOVE -> with(ask, arguments, s -> subscribing.removeAsk(ask, s));
      case Verbs.REMOVE_NOW -> with(ask, arguments, s -> subscribing.remove(ask, s));
      case Verbs.REMOVE_FOR ->
          with(ask, arguments, s -> subscribing.subscribeFor(ask, s, arguments.get(1)));
      case Verbs.EDIT -> with(ask, arguments, s -> words.beginEdit(ask, s));
      case Verbs.STOP_EDIT -> () -> words.stopEdit(ask);
      case Verbs.CHANGE -> () -> words.change(ask, number(arguments, 0), arguments.get(1));
      case Verbs.MUTE_STORY -> () -> muting.story(ask, number(arguments, 0), false);
      case Verbs.MUTE_RUNNING -> () -> muting.story(ask, number(arguments, 0), true);
      case Verbs.UNMUTE_STORY -> () -> muting.unmuteStory(ask, number(arguments, 0));
      case Verbs.MUTE_SUBSCRIPTIONS ->
          () -> muting.subscriptions(ask, arguments.stream().findFirst().map(Long::valueOf));
      case Verbs.MUTE_PICK ->
          () -> muting.howLong(ask, Scope.valueOf(arguments.get(0)), number(arguments, 1));
      case Verbs.MUTE_FOR ->
          () ->
              muting.carriedOut(
                  ask,
                  Scope.valueOf(arguments.get(0)),
                  number(arguments, 1),
                  new Length.For(Duration.ofMinutes(number(arguments, 2))));
      case Verbs.UNMUTE ->
          () -> muting.lift(ask, Scope.valueOf(arguments.get(0)), number(arguments, 1));
      case Verbs.IMPORT -> () -> importing.add(ask, arguments.getFirst());
      case Verbs.UNDO_IMPORT -> () -> importing.undo(ask, arguments);
      case Verbs.MUTE_PICK_STORY -> () -> muting.ofDigest(ask, number(arguments, 0));
      case Verbs.PART -> () -> labelling.part(ask, number(arguments, 0));
      case Verbs.PART_REPORT ->
          () -> labelling.part(ask, number(arguments, 0), number(arguments, 1));
      case Verbs.SAME -> labelling.same(ask, number(arguments, 0));
      case Verbs.SAME_AS -> () -> labelling.same(ask, number(arguments, 0), number(arguments, 1));
      case Verbs.UNLABEL ->
          () -> labelling.takeBack(ask, number(arguments, 0), number(arguments, 1));
      case Verbs.LESS ->
          stores
              .alerts()
              .find(number(arguments, 0))
              .map(alert -> explaining.less(ask, alert))
              .orElseGet(() -> () -> ask.note(Replies.STORY_GONE));
      default ->
          () ->
              hours
                  .pressed(ask, verb, arguments)
                  .or(() -> settling.pressed(ask, verb, arguments))
                  .orElseGet(() -> Answer.toast(Replies.OLD_BUTTON));
    };
  }

  /// What somebody is shown on Bellwire's own page on the network.
  ///
  /// @param home the private chat with them
  public Panel page(Address home, UserId user, String name) {
    Ask ask =
        asking.of(new IncomingMessage("page", home, user, name, "", null, null, clock.instant()));
    return install.invited(user, home)
        ? stores.unitOfWork().inTransaction(() -> panels.page(ask))
        : new Panel(List.of(new Panel.Said(Replies.startClosed(user.toString()))));
  }

  /// A link may carry words to look at; what a group's link carries was answered by the greeting.
  private Supplier<Answer> start(Ask ask, String payload) {
    Optional<String> carried = DeepLink.words(payload);
    if (carried.isPresent()) {
      return words.look(ask, carried.get());
    }
    return ask.many() && !payload.isEmpty() ? () -> Answer.NONE : reporting.start(ask);
  }

  private static Supplier<Answer> changing(Ask ask, Supplier<Answer> step) {
    return ask.mayChange() ? step : () -> ask.note(ask.noRights());
  }

  private Supplier<Answer> with(
      Ask ask, List<String> arguments, Function<Subscription, Answer> step) {
    return () ->
        subscribing
            .find(ask, number(arguments, 0))
            .map(step)
            .orElseGet(() -> ask.reply(Replies.NOT_FOUND));
  }

  private Answer why(Ask ask, Optional<Alert> alert) {
    return alert
        .filter(a -> a.chat().equals(ask.chat()))
        .map(a -> explaining.why(ask, a))
        .orElseGet(() -> ask.note(Replies.NO_ALERT));
  }

  private static long number(List<String> arguments, int at) {
    return Long.parseLong(arguments.get(at));
  }
}
