package app.bellwire.command;

import app.bellwire.alert.AlertLog;
import app.bellwire.alert.DigestLog;
import app.bellwire.alert.HeldAlerts;
import app.bellwire.alert.LeftOut;
import app.bellwire.article.ArticleStore;
import app.bellwire.chat.Buttons;
import app.bellwire.chat.ChatId;
import app.bellwire.deliver.Outbox;
import app.bellwire.ledger.Ledger;
import app.bellwire.story.StoryLabels;
import app.bellwire.story.StoryStore;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.MuteBook;
import app.bellwire.subscription.SubscriptionBook;
import app.bellwire.work.UnitOfWork;
import java.util.function.UnaryOperator;

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
    LeftOut leftOut,
    Outbox outbox,
    Ledger ledger,
    DigestLog digests,
    PersonalData personal,
    Buttons buttons,
    StoryLabels labels) {

  /// Changes what is known of a chat, as it is now.
  ///
  /// @return what it is then
  ChatSettings change(ChatId chat, UnaryOperator<ChatSettings> change) {
    ChatSettings changed = change.apply(chats.settings(chat));
    chats.save(changed);
    return changed;
  }

  /// Changes when alerts come to a chat.
  ChatSettings plan(ChatId chat, UnaryOperator<DeliveryPlan> change) {
    return change(chat, settings -> settings.with(change.apply(settings.plan())));
  }
}
