package app.bellwire.command;

import app.bellwire.chat.Action;
import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.ChatCard;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.Chosen;
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
import java.util.stream.Stream;

/// Changes what a channel gets from the private chat of one of its administrators, who names or
/// chooses it: whoever asks is looked up in the channel, at each step anew.
final class Elsewhere {
  /// A name, and what was typed after it.
  private static final Pattern WORDS = Pattern.compile("(\\S+)(?:\\s+(.*))?", Pattern.DOTALL);

  /// A channel as Slack writes it into what people type; there an @ stands before people and groups
  /// of them.
  private static final Pattern MENTION = Pattern.compile("<#[A-Z0-9]{2,21}(?:\\|[^>]{0,80})?>");

  /// Stands for a channel that is still to be chosen.
  private static final String ANY = "@";

  private final Stores stores;
  private final Install install;
  private final Subscribing subscribing;
  private final Listing listing;
  private final AwaitedText awaited;

  Elsewhere(
      Stores stores,
      Install install,
      Subscribing subscribing,
      Listing listing,
      AwaitedText awaited) {
    this.stores = stores;
    this.install = install;
    this.subscribing = subscribing;
    this.listing = listing;
    this.awaited = awaited;
  }

  /// A channel, and what was typed for it.
  private record Named(Channel channel, String words) {}

  /// What is typed for a channel; none where none is named or others read along.
  Optional<Supplier<Answer>> typed(Ask ask, String typed) {
    Matcher parts = WORDS.matcher(typed);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String words = parts.group(2) == null ? "" : parts.group(2).strip();
    if (parts.group(1).equals(ANY) && chooses(ask)) {
      return Optional.of(() -> choose(ask, words));
    }
    return channel(ask, parts.group(1)).map(channel -> named(ask, new Named(channel, words)));
  }

  /// By its public name, or by its address, which a channel without one has too.
  private static Optional<Channel> channel(Ask ask, String typed) {
    if (ask.overheard() || ask.local()) {
      return Optional.empty();
    }
    boolean slack = network(ask).equals(Address.SLACK);
    return (slack ? MENTION.matcher(typed).matches() : Channel.isPublic(typed))
        ? Optional.of(new Channel(typed, typed))
        : Address.parse(typed)
            .filter(address -> address.network().equals(network(ask)))
            .filter(address -> Ask.many(address) && address.topic() == null)
            .map(address -> new Channel(address.id(), typed));
  }

  private boolean chooses(Ask ask) {
    return !ask.many() && install.choosesChannels(network(ask));
  }

  /// Lets the person choose the channel that the words are for.
  Answer choose(Ask ask, String words) {
    awaited.forChoice(ask, words);
    Button key = new Button.ChooseChannel(Replies.CHOOSE_CHANNEL, Replies.CANCEL);
    return Answer.post(ask.say(RichText.of(ChannelWords.CHOOSE), List.of(List.of(key))));
  }

  /// What follows when one was chosen, or none; empty when nobody chose.
  Optional<Supplier<Answer>> chosen(Ask ask) {
    Chosen chosen = ask.message().chosen();
    if (chosen != null) {
      Channel channel = new Channel(chosen.chat().id(), chosen.name());
      Supplier<Answer> answer = named(ask, new Named(channel, awaited.ofChoice(ask)));
      OutgoingMessage checking = over(ask, ChannelWords.checking(chosen.name()));
      return Optional.of(() -> answer.get().after(checking));
    }
    boolean none = ask.message().text().equals(Replies.CANCEL) && chooses(ask);
    return none
        ? Optional.of(() -> Answer.post(over(ask, RichText.of(Replies.CANCELLED))))
        : Optional.empty();
  }

  private static OutgoingMessage over(Ask ask, RichText text) {
    List<List<Button>> over = List.of(List.of(new Button.ChoiceOver()));
    return new OutgoingMessage(text, over, null, OutgoingMessage.Placement.POST, true);
  }

  /// `[Check again]`.
  Supplier<Answer> checked(Ask ask, List<String> arguments) {
    return named(
        ask, new Named(new Channel(arguments.get(0), arguments.getLast()), arguments.get(1)));
  }

  /// The look at the words; without any its list, or the question for some.
  private Supplier<Answer> named(Ask ask, Named named) {
    return named.words().isEmpty()
        ? at(ask, named, there -> () -> begin(there))
        : look(ask, named.channel(), named.words(), Optional.empty());
  }

  private Answer begin(Ask there) {
    if (!stores.subscriptions().of(there.chat()).isEmpty()) {
      return listing.page(there, 0);
    }
    awaited.forNew(there);
    return there.reply(Replies.subEmpty(false, true));
  }

  /// The list of the channel that is named; none where none is.
  Optional<Supplier<Answer>> listed(Ask ask, String where) {
    return channel(ask, where)
        .map(channel -> at(ask, new Named(channel, ""), there -> () -> listing.page(there, 0)));
  }

  /// @param instead the subscription whose words these would become
  Supplier<Answer> look(Ask ask, Channel channel, String words, Optional<Long> instead) {
    return at(
        ask,
        new Named(channel, words),
        there ->
            subscribing.look(there, words, instead.flatMap(id -> subscribing.find(there, id))));
  }

  /// Does `step` for the channel that is written so, or says what is missing; the words are kept.
  Supplier<Answer> there(
      Ask ask, String written, String words, Function<Ask, Supplier<Answer>> step) {
    return at(ask, new Named(new Channel(written, written), words), step);
  }

  /// Does `step` for the channel, or says what is missing.
  private Supplier<Answer> at(Ask ask, Named named, Function<Ask, Supplier<Answer>> step) {
    Channel channel = named.channel();
    boolean anew = ask.pressed() || ask.message().chosen() != null;
    Standing standing = install.standing(network(ask), channel.at(), ask.message().user(), anew);
    return switch (standing) {
      case Standing.Found(ChatCard card, Role role) when card.postable() ->
          found(ask, named, card, role, step);
      case Standing.Found found -> rights(ask, named);
      case Standing.NotFound none -> rights(ask, named);
      case Standing.Unsaid unsaid ->
          missing(ask, named, ChannelWords.unsaid(channel.name(), network(ask)));
    };
  }

  private static String network(Ask ask) {
    return ask.message().from().network();
  }

  private Supplier<Answer> rights(Ask ask, Named named) {
    return missing(ask, named, ChannelWords.rights(named.channel().name(), network(ask), bot(ask)));
  }

  /// The title of a channel is told to its administrators only.
  private Supplier<Answer> found(
      Ask ask, Named named, ChatCard card, Role role, Function<Ask, Supplier<Answer>> step) {
    if (!mayChange(ask, role, card.address())) {
      String name = named.channel().name();
      return missing(
          ask,
          named,
          role == Role.UNKNOWN
              ? ChannelWords.unsaid(name, network(ask))
              : ChannelWords.notYou(name, network(ask)));
    }
    ChatSettings there = settings(ask, named.channel(), card);
    Supplier<Answer> answer =
        step.apply(in(ask, there, new Channel(card.address().id(), card.name())));
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
    Channel channel = new Channel(there.address().id(), arguments.get(1));
    Action action = new Action(arguments.get(2), arguments.subList(3, arguments.size()));
    Supplier<Answer> answer = carryOut.apply(in(ask, there, channel)).apply(action);
    return () -> answer.get().map(message -> led(ChannelWords.forChannel(channel.name()), message));
  }

  private boolean mayChange(Ask ask, Role role, Address there) {
    return ask.admin() || (role == Role.ADMIN && install.invited(ask.message().user(), there));
  }

  /// What the configuration may know by its public name is the same chat. A name that has led to
  /// another one leads here only when an admin of the install says so.
  private ChatSettings settings(Ask ask, Channel channel, ChatCard card) {
    Optional<Address> name =
        Stream.of(channel.at(), card.name())
            .filter(Channel::isPublic)
            .findFirst()
            .map(known -> new Address(card.address().network(), null, known, null))
            .filter(known -> leads(known, card.address(), ask.admin()));
    ChatSettings there =
        stores
            .unitOfWork()
            .inTransaction(
                () -> {
                  name.ifPresent(known -> stores.chats().settle(known, card.address()));
                  return stores.chats().settings(stores.chats().at(card.address()));
                });
    name.ifPresent(known -> stores.subscriptions().reload());
    return there;
  }

  private boolean leads(Address name, Address there, boolean admin) {
    Address now = stores.chats().now(name);
    return now.equals(name) || admin && !now.equals(there);
  }

  /// The same question about another chat; its buttons stay in the chat that is asked from.
  private Ask in(Ask ask, ChatSettings there, Channel channel) {
    When when = new When(there.zone().orElse(install.zone()), there.zone().isPresent(), ask.now());
    Buttons here = new Carried(ask.chat(), there.id(), channel.name(), ask.buttons());
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
      Channel channel = named.channel();
      Button again =
          ask.button(
              Replies.CHECK_AGAIN, Verbs.CHANNEL, channel.at(), named.words(), channel.name());
      return ask.reply(what, List.of(List.of(again, ask.button(Replies.CANCEL, Verbs.CANCEL))));
    };
  }

  private String bot(Ask ask) {
    return install
        .startLink(network(ask), "x")
        .map(link -> "@" + link.getPath().substring(1))
        .orElse("Bellwire");
  }
}
