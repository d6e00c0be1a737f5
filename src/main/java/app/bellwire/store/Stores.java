package app.bellwire.store;

import app.bellwire.alert.AlertLog;
import app.bellwire.alert.DigestLog;
import app.bellwire.alert.HeldAlerts;
import app.bellwire.alert.LeftOut;
import app.bellwire.article.ArticleStore;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.Inbox;
import app.bellwire.chat.local.LocalMessages;
import app.bellwire.command.EmptyDayLog;
import app.bellwire.command.InboxQueue;
import app.bellwire.command.PersonalData;
import app.bellwire.deliver.Outbox;
import app.bellwire.deliver.Pauses;
import app.bellwire.ledger.Ledger;
import app.bellwire.notice.NoticeStore;
import app.bellwire.query.ParsedQuery;
import app.bellwire.source.SourceStore;
import app.bellwire.story.StoryLabels;
import app.bellwire.story.StoryStore;
import app.bellwire.subscription.Audit;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.MuteBook;
import app.bellwire.subscription.SubscriptionStore;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Every store of one database. Thread-safe.
public final class Stores {
  private final JdbcSources sources;
  private final JdbcArticles articles;
  private final JdbcStories stories;
  private final JdbcSubscriptions subscriptions;
  private final JdbcChats chats;
  private final JdbcMutes mutes;
  private final JdbcAudit audit;
  private final JdbcAlerts alerts;
  private final JdbcHeldAlerts held;
  private final JdbcDigests digests;
  private final JdbcLeftOut leftOut;
  private final JdbcLedger ledger;
  private final JdbcOutbox outbox;
  private final JdbcPauses pauses;
  private final JdbcButtons buttons;
  private final JdbcInbox inbox;
  private final JdbcLocalMessages localMessages;
  private final JdbcPersonalData personal;
  private final JdbcNotices notices;
  private final EmptyDayLog emptyDays;
  private final JdbcStoryLabels storyLabels;

  /// @param ids makes row ids, above [Database#highestId]
  /// @param parser reads stored query texts
  public Stores(
      Database database,
      LongSupplier ids,
      InstantSource clock,
      Function<String, ParsedQuery> parser) {
    sources = new JdbcSources(database);
    articles = new JdbcArticles(database);
    stories = new JdbcStories(database);
    subscriptions = new JdbcSubscriptions(database, parser);
    chats = new JdbcChats(database, ids);
    mutes = new JdbcMutes(database);
    audit = new JdbcAudit(database, ids);
    alerts = new JdbcAlerts(database);
    held = new JdbcHeldAlerts(database);
    digests = new JdbcDigests(database);
    leftOut = new JdbcLeftOut(database);
    ledger = new JdbcLedger(database);
    outbox = new JdbcOutbox(database, ids);
    pauses = new JdbcPauses(database);
    buttons = new JdbcButtons(database, clock);
    inbox = new JdbcInbox(database, ids, clock);
    localMessages = new JdbcLocalMessages(database, ids);
    personal = new JdbcPersonalData(database, clock);
    notices = new JdbcNotices(database);
    emptyDays = new JdbcEmptyDays(database);
    storyLabels = new JdbcStoryLabels(database);
  }

  public SourceStore sources() {
    return sources;
  }

  public ArticleStore articles() {
    return articles;
  }

  public StoryStore stories() {
    return stories;
  }

  public SubscriptionStore subscriptions() {
    return subscriptions;
  }

  public ChatBook chats() {
    return chats;
  }

  public MuteBook mutes() {
    return mutes;
  }

  public Audit audit() {
    return audit;
  }

  public AlertLog alerts() {
    return alerts;
  }

  public HeldAlerts held() {
    return held;
  }

  public DigestLog digests() {
    return digests;
  }

  public LeftOut leftOut() {
    return leftOut;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Outbox outbox() {
    return outbox;
  }

  public Pauses pauses() {
    return pauses;
  }

  public Buttons buttons() {
    return buttons;
  }

  public Inbox inbox() {
    return inbox;
  }

  public InboxQueue inboxQueue() {
    return inbox;
  }

  public PersonalData personal() {
    return personal;
  }

  public NoticeStore notices() {
    return notices;
  }

  public EmptyDayLog emptyDays() {
    return emptyDays;
  }

  public StoryLabels storyLabels() {
    return storyLabels;
  }

  public LocalMessages localMessages() {
    return localMessages;
  }
}
