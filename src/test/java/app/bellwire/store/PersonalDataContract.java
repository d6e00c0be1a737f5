package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.alert.Digest;
import app.bellwire.alert.LeftOut;
import app.bellwire.alert.Reason;
import app.bellwire.chat.Action;
import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.IncomingMessage;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.RichText;
import app.bellwire.chat.UserId;
import app.bellwire.command.EmptyDayLog;
import app.bellwire.command.PersonalData;
import app.bellwire.command.PersonalData.Stored;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Pauses;
import app.bellwire.deliver.Settlement;
import app.bellwire.ledger.ChatEntry;
import app.bellwire.ledger.Outcome;
import app.bellwire.ledger.Ruling;
import app.bellwire.query.ParsedQuery.Valid;
import app.bellwire.query.Query;
import app.bellwire.story.StoryLabel;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.ChatSettings.Pause;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionBook;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nothing of a chat or a person is left anywhere: every column of every table is read.
abstract class PersonalDataContract extends StoreContract {
  private static final UserId ANN = new UserId("telegram", "501501501");
  private static final String NAME = "Ann Forgetful";
  private static final UserId BOB = new UserId("telegram", "602602602");

  /// The local chat keeps its messages as other networks do theirs.
  private static final Set<String> NOT_OURS = Set.of("schema_history", "local_messages");

  private final String columns;
  private final PersonalData personal = stores.personal();
  private ChatId hers = new ChatId(0);
  private ChatId group = new ChatId(0);
  private SubscriptionBook book =
      new SubscriptionBook(stores.subscriptions(), stores.audit(), database, ids::next, clock);

  /// @param columns selects the columns `c` of every table `t`
  PersonalDataContract(Database database, String columns) {
    super(database);
    this.columns = columns;
  }

  @BeforeEach
  void begin() {
    book = new SubscriptionBook(stores.subscriptions(), stores.audit(), database, ids::next, clock);
    hers = fill(new Address("telegram", null, ANN.id(), null), ANN, NAME);
    group = fill(new Address("telegram", null, "-100777", null), BOB, "Bob");
    queue(hers);
    queue(group);
    subscribe(group, "anns-words", ANN, NAME);
    stores.mutes().put(new Mute(group, Mute.Scope.EVENT, 17, NOON.plusSeconds(9), NAME));
    pause(group, NAME);
    stores.storyLabels().save(new StoryLabel(1, 2, false, false, ANN.toString(), NOON));
    stores.inbox().accept(typed("u8", new Address("telegram", null, "-100777", null), ANN, NAME));
  }

  @Test
  void everyTableThatBelongsToAChatIsFilledAndEmptied() {
    Set<String> ofAChat = new TreeSet<>(JdbcPersonalData.OF_A_CHAT);
    ofAChat.add("subscriptions");
    assertThat(tablesWith("chat_id")).isEqualTo(ofAChat);
    assertThat(tablesNaming(Long.toString(hers.value()))).containsAll(ofAChat);
  }

  @Test
  void nothingOfAChatAndItsPersonIsLeft() {
    personal.forget(hers, false);
    personal.forget(ANN, NAME);
    for (String trace :
        new String[] {Long.toString(hers.value()), ANN.id(), NAME, "words-of-" + ANN.id()}) {
      assertThat(tablesNaming(trace)).as(trace).isEmpty();
    }
  }

  @Test
  void whatOthersHaveStays() {
    Stored before = personal.of(group);
    personal.forget(hers, false);
    personal.forget(ANN, NAME);
    assertThat(personal.of(group)).isEqualTo(before);
    assertThat(personal.owned(BOB, group)).isEqualTo(1);
    book.reload();
    assertThat(book.of(group)).hasSize(2);
    assertThat(book.of(group).getLast().owner())
        .isEqualTo(new Owner.InChat(new UserId("telegram", "somebody"), "somebody"));
    assertThat(stores.inboxQueue().open()).hasSize(1);
  }

  @Test
  void whatIsStoredIsCounted() {
    assertThat(personal.of(hers)).isEqualTo(new Stored(1, 1, 1, 1, 1));
    assertThat(personal.owned(ANN, hers)).isEqualTo(1);
    assertThat(personal.ownedElsewhere(ANN, hers)).isEqualTo(1);
    personal.forget(hers, false);
    personal.forget(ANN, NAME);
    assertThat(personal.of(hers)).isEqualTo(new Stored(0, 0, 0, 0, 0));
    assertThat(personal.ownedElsewhere(ANN, hers)).isZero();
  }

  @Test
  void whatTheConfigurationDeclaresStays() {
    Owner config = new Owner.InConfig("treaty", "config/subscriptions.yml");
    book.add(hers, query("treaty"), DeliveryPlan.OPEN, config, Optional.empty());
    personal.forget(hers, true);
    personal.forget(ANN, NAME);
    book.reload();
    assertThat(book.of(hers)).extracting(Subscription::label).containsExactly("treaty");
    Address address = new Address("telegram", null, ANN.id(), null);
    assertThat(stores.chats().settings(hers)).isEqualTo(ChatSettings.fresh(hers, address));
    assertThat(tablesNaming(NAME)).isEmpty();
  }

  @Test
  void inAGroupOnlyThePersonIsTakenOutAndOnlyThere() {
    personal.forget(ANN, NAME, group);
    assertThat(personal.owned(ANN, group)).isZero();
    assertThat(personal.owned(ANN, hers)).isEqualTo(1);
    assertThat(stores.mutes().of(group, NOON)).extracting(Mute::by).contains("somebody");
    assertThat(stores.mutes().of(group, NOON)).extracting(Mute::by).doesNotContain(NAME);
    assertThat(stores.chats().settings(group).pause()).map(Pause::by).contains("somebody");
    assertThat(stores.mutes().of(hers, NOON)).extracting(Mute::by).containsExactly(NAME);
    assertThat(notes(ANN.toString(), hers)).isPositive();
    assertThat(notes(ANN.toString(), group)).isZero();
  }

  private long notes(String who, ChatId chat) {
    return database.read(
        sql ->
            sql.number(
                "select count(*) as n from audit where who = ? and what like ?",
                who,
                "% chat " + chat.value() + " %"));
  }

  /// A chat with a row in every table that has rows of chats.
  private ChatId fill(Address address, UserId user, String name) {
    ChatId chat = stores.chats().at(address);
    subscribe(chat, "words-of-" + user.id(), user, name);
    book.end(subscribe(chat, "old-words-of-" + user.id(), user, name), user.toString());
    stores.mutes().put(new Mute(chat, Mute.Scope.CHAT, 0, NOON.plusSeconds(9), name));
    stores.alerts().record(Samples.alert(ids.next(), chat, 17, 1, NOON));
    stores.held().hold(Samples.alert(ids.next(), chat, 18, 1, NOON), Reason.DIGEST, NOON);
    queue(chat);
    stores
        .outbox()
        .claim(9, address.network(), Outbox.Gate.OPEN, NOON)
        .forEach(
            delivery ->
                stores
                    .outbox()
                    .settle(
                        List.of(
                            new Outbox.Settled(
                                delivery, new Settlement.Accepted("m" + delivery.id()), NOON))));
    stores.pauses().put(new Pauses.Pause(address.toString(), NOON.plusSeconds(9)));
    stores
        .digests()
        .save(
            new Digest(
                ids.next(),
                chat,
                new Digest.Occasion.QuietOver(),
                NOON,
                NOON,
                List.of(Samples.alert(ids.next(), chat, 19, 1, NOON)),
                0));
    stores
        .emptyDays()
        .save(new EmptyDayLog.Watch(ids.next(), chat, "storm", NOON, Optional.empty()));
    stores.leftOut().note(new LeftOut.Report(chat, Reason.STORY_MUTED, 17, ids.next(), NOON));
    stores
        .ledger()
        .note(
            new ChatEntry(
                ids.next(),
                chat,
                17,
                NOON,
                new Ruling(Outcome.MUTED, "story_muted", Optional.of(NOON), name),
                List.of()));
    stores.buttons().issue(chat, Action.of("look", "words-of-" + user.id()));
    String done = "u" + ids.next();
    stores.inbox().accept(typed(done, address, user, name));
    stores.inboxQueue().done(typed(done, address, user, name));
    stores.inbox().accept(typed("v" + ids.next(), address, user, name));
    pause(chat, name);
    database.write(
        sql ->
            sql.update(
                "insert into digests (chat_id, day, at_time, made_at) values (?, ?, ?, ?)",
                chat,
                "2031-03-04",
                "08:00",
                NOON));
    return chat;
  }

  private void queue(ChatId chat) {
    OutgoingMessage message =
        new OutgoingMessage(
            RichText.of("x"), List.of(), "event:17", OutgoingMessage.Placement.POST, false);
    stores.outbox().add(chat, message, NOON);
  }

  private void pause(ChatId chat, String name) {
    DeliveryPlan plan =
        new DeliveryPlan(
            Optional.empty(), Optional.empty(), Optional.of(ZoneId.of("Europe/Berlin")), false);
    stores
        .chats()
        .save(stores.chats().settings(chat).with(plan).with(Optional.of(new Pause(NOON, name))));
  }

  private Subscription subscribe(ChatId chat, String words, UserId user, String name) {
    Owner owner = new Owner.InChat(user, name);
    return book.add(chat, query(words), DeliveryPlan.OPEN, owner, Optional.empty());
  }

  private static Valid query(String words) {
    return new Valid(new Query.Word(words, false, false), words);
  }

  private static IncomingMessage typed(String update, Address from, UserId user, String name) {
    return new IncomingMessage(update, from, user, name, "words", null, null, NOON);
  }

  private record Column(String table, String name) {}

  private List<Column> columns() {
    return database.read(sql -> sql.list(columns, row -> new Column(row.text("t"), row.text("c"))));
  }

  private Set<String> tablesWith(String column) {
    Set<String> tables = new TreeSet<>();
    columns().stream().filter(c -> c.name().equals(column)).forEach(c -> tables.add(c.table()));
    return tables;
  }

  private Set<String> tablesNaming(String trace) {
    Set<String> tables = new TreeSet<>();
    for (Column column : columns()) {
      if (!NOT_OURS.contains(column.table()) && has(column, trace)) {
        tables.add(column.table());
      }
    }
    return tables;
  }

  private boolean has(Column column, String trace) {
    String query =
        "select count(*) as n from %s where cast(%s as text) like ?"
            .formatted(column.table(), column.name());
    return database.read(sql -> sql.number(query, "%" + trace + "%")) > 0;
  }
}
