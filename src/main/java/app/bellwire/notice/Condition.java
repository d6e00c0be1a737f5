package app.bellwire.notice;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.NetworkCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One thing that is wrong now, with the facts an admin needs. Immutable.
public sealed interface Condition {
  /// How long a source fails and a network is out of reach before that is worth telling.
  Duration PATIENCE = Duration.ofMinutes(10);

  /// Looks that fail before it is worth telling.
  int LOOKS = 3;

  Key key();

  Instant since();

  /// What a notice shows of it that can change; two that look alike have the same.
  String sign();

  /// Whether it has lasted long enough to be told.
  default boolean ripe(Instant now) {
    return true;
  }

  /// @param name as people call the source
  /// @param file where its address stands
  record SourceFails(
      String source, String name, Instant since, Looks looks, Others others, String file)
      implements Condition {
    /// @param failed how many in a row
    /// @param problem what went wrong last
    public record Looks(int failed, String problem, Instant next) {}

    /// How the other sources are.
    public record Others(int fine, int failing) {}

    @Override
    public Key key() {
      return new Key(Cause.SOURCE, source);
    }

    @Override
    public String sign() {
      return looks.failed + " " + looks.problem + " " + others.fine + " " + others.failing;
    }

    @Override
    public boolean ripe(Instant now) {
      return looks.failed >= LOOKS && !now.isBefore(since.plus(PATIENCE));
    }
  }

  /// @param since when it was refused
  /// @param problems at least one
  /// @param runs when the configuration in force was taken
  record ChangeRefused(Instant since, List<Problem> problems, Instant runs) implements Condition {
    public ChangeRefused {
      problems = List.copyOf(problems);
    }

    /// @param line from 1; 0 where no line can be named
    /// @param hint what was probably meant; empty for none
    public record Problem(String file, int line, String what, String hint) {}

    @Override
    public Key key() {
      return new Key(Cause.CONFIG, "config");
    }

    @Override
    public String sign() {
      return since + " " + problems;
    }
  }

  /// @param since when the files changed
  /// @param taken when it comes into force without anybody's word
  /// @param ends how many config subscriptions it would end
  /// @param of how many there are
  record ChangeWaits(Instant since, Instant taken, int ends, int of) implements Condition {
    /// A config subscription that it would end.
    ///
    /// @param chat its address
    public record Ended(String subscription, String chat) {}

    @Override
    public Key key() {
      return new Key(Cause.MASS, "config");
    }

    @Override
    public String sign() {
      return since + " " + ends;
    }
  }

  /// @param name as people call the chat
  /// @param detail what the network said
  /// @param waiting messages that wait for it
  record ChatParked(
      ChatId chat, String name, String network, Instant since, String detail, int waiting)
      implements Condition {
    @Override
    public Key key() {
      return new Key(Cause.CHAT, Long.toString(chat.value()));
    }

    @Override
    public String sign() {
      return detail + " " + waiting;
    }
  }

  /// @param topic its address
  record TopicLost(String topic, Instant since) implements Condition {
    @Override
    public Key key() {
      return new Key(Cause.TOPIC, topic);
    }

    @Override
    public String sign() {
      return "";
    }
  }

  /// @param needed what has to be there, to stand after "needs"
  /// @param subscriptions that ask for meaning, at least one
  record MeaningUnread(Instant since, String needed, int subscriptions) implements Condition {
    @Override
    public Key key() {
      return new Key(Cause.MEANING, "about");
    }

    @Override
    public String sign() {
      return needed + " " + subscriptions;
    }
  }

  /// @param waiting messages that wait for chats of the network
  record NetworkTrouble(NetworkCondition condition, int waiting) implements Condition {
    @Override
    public Key key() {
      return new Key(cause(), condition.network());
    }

    private Cause cause() {
      return switch (condition.kind()) {
        case TOKEN_REFUSED -> Cause.TOKEN;
        case SECOND_POLLER -> Cause.TWO;
        case NOT_REACHED -> Cause.NETWORK;
      };
    }

    @Override
    public Instant since() {
      return condition.since();
    }

    @Override
    public String sign() {
      return condition.detail() + " " + waiting;
    }

    @Override
    public boolean ripe(Instant now) {
      return cause() != Cause.NETWORK || !now.isBefore(since().plus(PATIENCE));
    }
  }
}
