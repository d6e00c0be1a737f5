package app.bellwire.notice;

import app.bellwire.chat.Address;
import app.bellwire.chat.Button;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.RichText;
import app.bellwire.deliver.Outbox;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.text.When;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts notices into the outbox for every admin, each in the time of their own chat. Nothing goes
/// where it cannot arrive: over the network or into the chat that it is about, or to somebody who
/// takes nothing or has never written. Confined to its caller's transaction.
public final class NoticePost {
  private final Outbox outbox;
  private final Buttons buttons;
  private final ChatBook chats;
  private final Supplier<List<Address>> admins;
  private final Supplier<ZoneId> zone;

  /// @param admins the private chats of the admins, on networks that are on
  /// @param zone of the install, for chats that have none
  public NoticePost(
      Outbox outbox,
      Buttons buttons,
      ChatBook chats,
      Supplier<List<Address>> admins,
      Supplier<ZoneId> zone) {
    this.outbox = outbox;
    this.buttons = buttons;
    this.chats = chats;
    this.admins = admins;
    this.zone = zone;
  }

  /// A message of its own to everybody who can be told.
  void say(Notice notice, Condition condition, Instant now) {
    String thread = notice.thread(notice.said().times());
    readers()
        .filter(chat -> reachable(chat, notice.key()))
        .forEach(
            chat -> {
              boolean silent = !notice.key().cause().sounds() || quiet(chat, now);
              RichText text = NoticeWords.text(condition, notice.since(), when(chat, now));
              queue(chat, text, rows(chat, condition), thread, Placement.POST, silent, now);
            });
  }

  /// The last message shows how it is now, wherever it was sent.
  void edit(Notice notice, Condition condition, Instant now) {
    String thread = notice.thread(notice.said().times());
    readers()
        .filter(chat -> hasIt(chat.id(), thread))
        .forEach(
            chat -> {
              RichText text = NoticeWords.text(condition, notice.since(), when(chat, now));
              queue(chat, text, rows(chat, condition), thread, Placement.EDIT_ROOT, true, now);
            });
  }

  /// Every message of the notice says that it is over.
  void end(Notice notice, Ending ending, Instant now) {
    readers()
        .forEach(
            chat -> {
              RichText text = NoticeWords.over(notice, ending, when(chat, now));
              IntStream.rangeClosed(1, notice.said().times())
                  .mapToObj(notice::thread)
                  .filter(thread -> hasIt(chat.id(), thread))
                  .forEach(
                      thread ->
                          queue(chat, text, List.of(), thread, Placement.EDIT_ROOT, true, now));
            });
  }

  private Stream<ChatSettings> readers() {
    return admins.get().stream()
        .distinct()
        .flatMap(address -> chat(address).stream())
        .map(chats::settings);
  }

  /// A bot may not write to somebody first.
  private Optional<ChatId> chat(Address address) {
    return address.network().equals(Address.LOCAL)
        ? Optional.of(chats.at(address))
        : chats.known(address);
  }

  private boolean reachable(ChatSettings chat, Key about) {
    boolean itself =
        switch (about.cause()) {
          case SOURCE, CONFIG, MASS, TOPIC, MEANING -> false;
          case CHAT -> about.thing().equals(Long.toString(chat.id().value()));
          case TOKEN, TWO, NETWORK -> about.thing().equals(chat.address().network());
        };
    return !itself && outbox.parked(chat.id()).isEmpty();
  }

  /// Whether the message was sent to the chat or waits for it; after a month that is forgotten.
  private boolean hasIt(ChatId chat, String thread) {
    return outbox.root(chat, thread).isPresent() || !outbox.of(chat, thread).isEmpty();
  }

  private void queue(
      ChatSettings chat,
      RichText text,
      List<List<Button>> rows,
      String thread,
      Placement placement,
      boolean silent,
      Instant now) {
    outbox.add(chat.id(), new OutgoingMessage(text, rows, thread, placement, silent), now);
  }

  private List<List<Button>> rows(ChatSettings chat, Condition condition) {
    return NoticeWords.choices(condition).stream().map(row -> row(chat, row)).toList();
  }

  private List<Button> row(ChatSettings chat, List<NoticeWords.Choice> choices) {
    return choices.stream()
        .map(choice -> buttons.press(chat.id(), choice.label(), choice.action()))
        .toList();
  }

  private boolean quiet(ChatSettings chat, Instant now) {
    LocalTime time = LocalTime.ofInstant(now, zone(chat));
    return chat.quiet().filter(quiet -> quiet.contains(time)).isPresent();
  }

  private When when(ChatSettings chat, Instant now) {
    return new When(zone(chat), chat.zone().isPresent(), now);
  }

  private ZoneId zone(ChatSettings chat) {
    return chat.zone().orElseGet(zone);
  }
}
