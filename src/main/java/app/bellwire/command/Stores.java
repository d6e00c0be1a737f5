package app.bellwire.command;

import app.bellwire.alert.AlertLog;
import app.bellwire.alert.HeldAlerts;
import app.bellwire.article.ArticleStore;
import app.bellwire.chat.Buttons;
import app.bellwire.deliver.Outbox;
import app.bellwire.ledger.Ledger;
import app.bellwire.story.StoryStore;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.MuteBook;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.work.UnitOfWork;

/// Everything commands read and write.
public record Stores(
    UnitOfWork unitOfWork,
    InboxQueue queue,
    ChatBook chats,
    SubscriptionBook subscriptions,
    MuteBook mutes,
    ArticleStore articles,
    StoryStore stories,
    AlertLog alerts,
    HeldAlerts held,
    Outbox outbox,
    Ledger ledger,
    Buttons buttons,
    Deliveries deliveries) {}
