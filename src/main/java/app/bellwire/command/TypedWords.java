package app.bellwire.command;

import app.bellwire.chat.Button;
import app.bellwire.chat.RichText;
import app.bellwire.subscription.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Words to watch for: finds out what they are meant for, and asks for them.
final class TypedWords {
  private final Install install;
  private final Subscribing subscribing;
  private final Elsewhere elsewhere;
  private final Panels panels;
  private final AwaitedText awaited;

  TypedWords(
      Install install,
      Subscribing subscribing,
      Elsewhere elsewhere,
      Panels panels,
      AwaitedText awaited) {
    this.install = install;
    this.subscribing = subscribing;
    this.elsewhere = elsewhere;
    this.panels = panels;
    this.awaited = awaited;
  }

  /// Whether the person was asked for words, so that they are heard in a group too.
  boolean asked(Ask ask) {
    return awaited.of(ask).isPresent();
  }

  Supplier<Answer> look(Ask ask, String words) {
    Optional<Supplier<Answer>> there = elsewhere.typed(ask, words);
    if (there.isPresent()) {
      return there.get();
    }
    if (words.isEmpty()) {
      return () -> ask(ask);
    }
    Optional<AwaitedText.Meant> meant = awaited.of(ask);
    Optional<Channel> channel = meant.flatMap(AwaitedText.Meant::channel);
    if (channel.isPresent()) {
      awaited.forget(ask);
      return elsewhere.look(
          ask, channel.get(), words, meant.flatMap(AwaitedText.Meant::subscription));
    }
    Optional<Subscription> instead = instead(ask);
    if (ask.many()) {
      awaited.forget(ask);
    }
    return subscribing.look(ask, words, instead);
  }

  /// The look at words on a button.
  Supplier<Answer> lookAgain(Ask ask, String words) {
    return subscribing.look(ask, words, instead(ask));
  }

  /// Asks for words. In a group, and for a channel, the next ones of whoever asked are meant.
  Answer ask(Ask ask) {
    if (panels.here(ask)) {
      return panels.subscribe(ask);
    }
    if (ask.many() || ask.channel().isPresent()) {
      awaited.forNew(ask);
    }
    RichText question = Replies.subEmpty(ask.many(), ask.channel().isPresent());
    return Answer.post(ask.say(question, another(ask)));
  }

  /// The way to a channel, where there is one.
  private List<List<Button>> another(Ask ask) {
    boolean here = ask.many() || ask.channel().isPresent();
    boolean chooses = install.choosesChannels(ask.message().from().network());
    return here || !chooses
        ? List.of()
        : List.of(List.of(ask.button(Replies.FOR_A_CHANNEL, Verbs.CHOOSE_CHANNEL)));
  }

  Answer beginEdit(Ask ask, Subscription s) {
    awaited.forOld(ask, s);
    return subscribing.newWords(ask, s);
  }

  Answer stopEdit(Ask ask) {
    awaited.forget(ask);
    return ask.reply(Replies.CANCELLED);
  }

  Answer change(Ask ask, long subscription, String words) {
    awaited.forget(ask);
    return subscribing.change(ask, subscription, words);
  }

  /// The subscription whose words are being changed here.
  private Optional<Subscription> instead(Ask ask) {
    return awaited
        .of(ask)
        .flatMap(AwaitedText.Meant::subscription)
        .flatMap(id -> subscribing.find(ask, id));
  }
}
