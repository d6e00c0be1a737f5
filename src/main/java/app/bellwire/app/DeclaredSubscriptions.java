package app.bellwire.app;

import app.bellwire.chat.Address;
import app.bellwire.config.ConfigSubscription;
import app.bellwire.config.Settings;
import app.bellwire.config.Settings.ChatRule;
import app.bellwire.subscription.ChatBook;
import app.bellwire.subscription.ChatSettings;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.subscription.SubscriptionBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the book hold what the configuration declares: config takes the same door as commands.
/// Confined to one thread.
final class DeclaredSubscriptions {
  /// Ending more than this many, and more than half, waits for somebody's word.
  private static final int FEW = 3;

  private final SubscriptionBook book;
  private final ChatBook chats;

  DeclaredSubscriptions(SubscriptionBook book, ChatBook chats) {
    this.book = book;
    this.chats = chats;
  }

  /// What applying would do or has done.
  record Effect(int added, int changed, int ended) {
    static final Effect NONE = new Effect(0, 0, 0);
  }

  /// The config subscriptions that applying would end, and of how many.
  record Loss(List<Key> ended, int of) {
    Loss {
      ended = List.copyOf(ended);
    }

    /// Whether that is more than half of them, and more than a few.
    boolean most() {
      return ended.size() > FEW && ended.size() * 2 > of;
    }
  }

  /// A config subscription: its id in the file, and one of its chats.
  record Key(String id, Address to) {}

  /// What applying would end.
  Loss loss(Settings settings) {
    Map<Key, Subscription> present = present();
    int before = present.size();
    present.keySet().removeAll(declared(settings).keySet());
    return new Loss(List.copyOf(present.keySet()), before);
  }

  Effect apply(Settings settings) {
    settings.people().chats().forEach(this::apply);
    Map<Key, Subscription> gone = present();
    int added = 0;
    int changed = 0;
    for (Map.Entry<Key, ConfigSubscription> entry : declared(settings).entrySet()) {
      Subscription there = gone.remove(entry.getKey());
      if (there == null) {
        add(entry.getKey().to(), entry.getValue(), settings);
        added++;
      } else if (changes(there, entry.getValue(), settings)) {
        changed++;
      }
    }
    gone.values().forEach(subscription -> book.end(subscription, file(subscription)));
    return new Effect(added, changed, gone.size());
  }

  private void add(Address to, ConfigSubscription declared, Settings settings) {
    book.add(
        chats.at(to), declared.query(), declared.plan(), owner(declared), ends(declared, settings));
  }

  private boolean changes(Subscription there, ConfigSubscription declared, Settings settings) {
    Subscription wanted =
        new Subscription(
            there.id(),
            there.chat(),
            declared.query().query(),
            declared.query().text(),
            declared.plan(),
            owner(declared),
            there.since(),
            ends(declared, settings));
    if (wanted.equals(there)) {
      return false;
    }
    book.change(wanted);
    return true;
  }

  private void apply(ChatRule rule) {
    ChatSettings now = chats.settings(chats.at(rule.address()));
    DeliveryPlan declared = new DeliveryPlan(Optional.empty(), rule.quiet(), rule.zone(), false);
    chats.save(now.with(declared.within(now.plan())));
  }

  private Map<Key, Subscription> present() {
    Map<Key, Subscription> present = new LinkedHashMap<>();
    for (Subscription subscription : new ArrayList<>(book.all())) {
      if (subscription.owner() instanceof Owner.InConfig config) {
        Address to = chats.settings(subscription.chat()).address();
        present.put(new Key(config.id(), to), subscription);
      }
    }
    return present;
  }

  private Map<Key, ConfigSubscription> declared(Settings settings) {
    Map<Key, ConfigSubscription> declared = new LinkedHashMap<>();
    List<ConfigSubscription> all = settings.subscriptions();
    all.forEach(s -> s.to().forEach(to -> declared.put(new Key(s.id(), now(to)), s)));
    return declared;
  }

  /// Where the chat is found now that a file may still name by an address it had before.
  private Address now(Address named) {
    return chats.known(named).map(chats::settings).map(ChatSettings::address).orElse(named);
  }

  private static Owner owner(ConfigSubscription declared) {
    return new Owner.InConfig(declared.id(), declared.file().toString());
  }

  private static Optional<Instant> ends(ConfigSubscription declared, Settings settings) {
    return declared.ends(settings.zone());
  }

  private static String file(Subscription subscription) {
    return subscription.owner() instanceof Owner.InConfig config ? config.file() : "config";
  }
}
