package app.bellwire.subscription;

import app.bellwire.chat.ChatId;
import app.bellwire.query.Query;
import java.time.Instant;
import java.util.Optional;

/// A query, a chat, a delivery plan and an owner. Immutable.
///
/// @param text the query in its normal form
/// @param until when it ends; none for never
public record Subscription(
    long id,
    ChatId chat,
    Query query,
    String text,
    DeliveryPlan plan,
    Owner owner,
    Instant since,
    Optional<Instant> until) {
  /// No subscription asks for more, see [#sources].
  public static final int MOST_SOURCES = Query.Sources.MOST;

  /// What people call it: the id a config file gives it, else its query.
  public String label() {
    return owner instanceof Owner.InConfig config ? config.id() : text;
  }

  /// Reports of different origins that an event must have before it is told; 1 for any.
  public int sources() {
    return query.sources();
  }

  public boolean live(Instant now) {
    return until.map(now::isBefore).orElse(true);
  }
}
