package app.bellwire.command;

import app.bellwire.chat.Action;
import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import app.bellwire.chat.Role;
import app.bellwire.chat.Standing;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.WhoMay;
import app.bellwire.text.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Changes what a channel gets from the private chat of one of its administrators: whoever asks is
/// looked up in the channel, at each step anew.
final class Elsewhere {
  private static final Pattern CHANNEL =
      Pattern.compile(
          "(@\\w{4,32}|<#[A-Z0-9]{2,21}(?:\\|[^>]{0,80})?>)(?:\\s+(.*))?", Pattern.DOTALL);

  private final Stores stores;
  private final Install install;
  private final Subscribing subscribing;
  private final Listing listing;

  Elsewhere(Stores stores, Install install, Subscribing subscribing, Listing listing) {
    this.stores = stores;
    this.install = install;
    this.subscribing = subscribing;
    this.listing = listing;
  }

  /// A channel by its public name, and what was typed after it.
  record Named(String name, String rest) {}

  /// What is typed for a channel; none where no channel is named or the chat is not a private one.
  static Optional<Named> named(Ask ask, String typed) {
    Matcher found = CHANNEL.matcher(typed);
    return ask.overheard() || ask.local() || !found.matches()
        ? Optional.empty()
        : Optional.of(
            new Named(found.group(1), found.group(2) == null ? "" : found.group(2).strip()));
  }

  /// The look at the words that were typed for the channel, or its list.
  Supplier<Answer> named(Ask ask, Named channel) {
    return channel.rest().isEmpty()
        ? list(ask, channel.name())
        : look(ask, channel.name(), channel.rest(), Optional.empty());
  }

  Supplier<Answer> list(Ask ask, String channel) {
    return at(ask, new Named(channel, ""), there -> () -> listing.page(there, 0));
  }

  /// @param instead the subscription whose words these would become
  Supplier<Answer> look(Ask ask, String channel, String words, Optional<Long> instead) {
    return at(
        ask,
        new Named(channel, words),
        there ->
            subscribing.look(there, words, instead.flatMap(id -> subscribing.find(there, id))));
  }

  /// Does `step` for the channel, or says what is missing.
  Supplier<Answer> at(Ask ask, Named named, Function<Ask, Supplier<Answer>> step) {
    Standing standing =
        install.standing(network(ask), named.name(), ask.message().user(), ask.pressed());
    return switch (standing) {
      case Standing.Found(ChatCard card, Role role) when card.postable() ->
          found(ask, named, card, role, step);
      case Standing.Found found -> rights(ask, named);
      case Standing.NotFound none -> rights(ask, named);
      case Standing.Unsaid unsaid ->
          missing(ask, named, ChannelWords.unsaid(named.name(), network(ask)));
    };
  }

  private static String network(Ask ask) {
    return ask.message().from().network();
  }

  private Supplier<Answer> rights(Ask ask, Named named) {
    return missing(ask, named, ChannelWords.rights(named.name(), network(ask), bot(ask)));
  }

  private Supplier<Answer> found(
      Ask ask, Named named, ChatCard card, Role role, Function<Ask, Supplier<Answer>> step) {
    if (!mayChange(ask, role, card.address())) {
      String name = named.name();
      return missing(
          ask,
          named,
          role == Role.UNKNOWN
              ? ChannelWords.unsaid(name, network(ask))
              : ChannelWords.notYou(name, network(ask)));
    }
    ChatSettings there = settings(card);
    Supplier<Answer> answer = step.apply(in(ask, there, named.name()));
    RichText lead = ChannelWords.forChannel(card);
    return () -> answer.get().map(message -> led(lead, message));
  }

  /// A press that was issued for another chat: the presser must be one who may change it now.
  Supplier<Answer> pressed(
      Ask ask, List<String> arguments, Function<Ask, Function<Action, Supplier<Answer>>> carryOut) {
    ChatSettings there = stores.chats().settings(new ChatId(Long.parseLong(arguments.get(0))));
    Role role = install.roleOf(ask.message().user(), there.address());
    if (!mayChange(ask, role, there.address())) {
      return () ->
          Answer.toast(role == Role.UNKNOWN ? Replies.ROLE_UNKNOWN : Replies.NO_RIGHTS_HERE);
    }
    String channel = arguments.get(1);
    Action action = new Action(arguments.get(2), arguments.subList(3, arguments.size()));
    Supplier<Answer> answer = carryOut.apply(in(ask, there, channel)).apply(action);
    return () -> answer.get().map(message -> led(ChannelWords.forChannel(channel), message));
  }

  private boolean mayChange(Ask ask, Role role, Address there) {
    return ask.admin() || (role == Role.ADMIN && install.invited(ask.message().user(), there));
  }

  private ChatSettings settings(ChatCard card) {
    return stores
        .unitOfWork()
        .inTransaction(() -> stores.chats().settings(stores.chats().at(card.address())));
  }

  /// The same question about another chat; its buttons stay in the chat that is asked from.
  private Ask in(Ask ask, ChatSettings there, String channel) {
    When when = new When(there.zone().orElse(install.zone()), there.zone().isPresent(), ask.now());
    Buttons here = new Carried(ask.chat(), there.id(), channel, ask.buttons());
    Ask.Rights rights = new Ask.Rights(Role.ADMIN, ask.admin(), WhoMay.ADMINS);
    Ask.Room room = ask.room().about(channel, install.discreet(there.address()));
    return new Ask(ask.message(), there, when, rights, room, here);
  }

  private record Carried(ChatId home, ChatId there, String channel, Buttons buttons)
      implements Buttons {
    @Override
    public String issue(ChatId chat, Action action) {
      List<String> arguments = new ArrayList<>();
      arguments.add(Long.toString(there.value()));
      arguments.add(channel);
      arguments.add(action.verb());
      arguments.addAll(action.arguments());
      return buttons.issue(home, new Action(Verbs.IN, arguments));
    }

    @Override
    public Optional<Action> find(ChatId chat, String id) {
      return buttons.find(home, id);
    }
  }

  private static OutgoingMessage led(RichText lead, OutgoingMessage message) {
    return message.with(RichText.build().addAll(lead).addAll(message.text()).done());
  }

  private static Supplier<Answer> missing(Ask ask, Named named, RichText what) {
    return () -> {
      Button again = ask.button(Replies.CHECK_AGAIN, Verbs.CHANNEL, named.name(), named.rest());
      return ask.reply(what, List.of(List.of(again, ask.button(Replies.CANCEL, Verbs.CANCEL))));
    };
  }

  private String bot(Ask ask) {
    return install
        .startLink(ask.message().from().network(), "x")
        .map(link -> "@" + link.getPath().substring(1))
        .orElse("Bellwire");
  }
}
