package app.bellwire.config;

import app.bellwire.chat.Address;
import app.bellwire.chat.OnUncertain;
import app.bellwire.chat.UserId;
import app.bellwire.source.Source;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.WhoMay;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The whole configuration, checked, with the defaults of every key. Immutable.
///
/// @param zone where neither a subscription nor its chat names one
/// @param connections what needs a restart to change
/// @param people who may do what, and how much
/// @param reading where news comes from and how it is fetched
/// @param keep how long things are kept
/// @param subscriptions those that files declare, in file order
/// @param notes what an admin should look at although it is no reason to refuse
public record Settings(
    ZoneId zone,
    Connections connections,
    People people,
    Reading reading,
    Keep keep,
    List<ConfigSubscription> subscriptions,
    List<ConfigProblem> notes) {

  public static final ZoneId DEFAULT_ZONE = ZoneId.of("UTC");

  public Settings {
    subscriptions = List.copyOf(subscriptions);
    notes = List.copyOf(notes);
  }

  /// The store, the web server, the chat networks and the model.
  ///
  /// @param local whether the local chat is on
  /// @param embeddings whether articles are read for what they mean
  public record Connections(
      Store store, Web web, Telegram telegram, Slack slack, boolean local, Embeddings embeddings) {
    public static final boolean DEFAULT_LOCAL = true;

    /// What happens on the network to a message whose answer was lost.
    public OnUncertain onUncertain(String network) {
      return switch (network) {
        case Address.TELEGRAM -> telegram.onUncertain();
        case Address.SLACK -> slack.onUncertain();
        default -> OnUncertain.RECONCILE;
      };
    }
  }

  /// @param url a JDBC address; the path of a SQLite file is absolute. May hold a password
  public record Store(String url) {
    public static final String DEFAULT_URL = "jdbc:sqlite:../data/bellwire.db";

    /// Without what follows `?`, where a password can stand.
    @Override
    public String toString() {
      return "Store[" + url.replaceFirst("\\?.*", "?***") + "]";
    }
  }

  /// @param port 0 for any that is free
  /// @param hosts names other than loopback under which the page may be asked for
  public record Web(String host, int port, List<String> hosts, Secret password) {
    public static final Web DEFAULT = new Web("127.0.0.1", 8080, List.of(), Secret.NONE);

    public Web {
      hosts = List.copyOf(hosts);
    }
  }

  /// @param token empty for off
  public record Telegram(Secret token, URI apiUrl, OnUncertain onUncertain) {
    public static final Telegram DEFAULT =
        new Telegram(Secret.NONE, URI.create("https://api.telegram.org"), OnUncertain.RESEND);

    public boolean on() {
      return token.isPresent();
    }
  }

  /// @param botToken empty for off
  /// @param appToken for Socket Mode
  /// @param signingSecret for events over HTTP
  public record Slack(
      Secret botToken, Secret appToken, Secret signingSecret, URI apiUrl, OnUncertain onUncertain) {
    public static final Slack DEFAULT =
        new Slack(
            Secret.NONE,
            Secret.NONE,
            Secret.NONE,
            URI.create("https://slack.com/api/"),
            OnUncertain.RECONCILE);

    public boolean on() {
      return botToken.isPresent();
    }
  }

  /// Whether articles are read for what they mean, which `about:` needs.
  public enum Embeddings {
    OFF,
    ON;

    public static final Embeddings DEFAULT = OFF;
  }

  /// @param admins may do everything everywhere; the user of the local chat is one without being
  ///   listed
  public record People(List<UserId> admins, List<ChatRule> chats, Users users, Limits limits) {
    public People {
      admins = List.copyOf(admins);
      chats = List.copyOf(chats);
    }
  }

  /// What the admin has set for one chat.
  public record ChatRule(
      Address address,
      Optional<ZoneId> zone,
      Optional<QuietHours> quiet,
      WhoMay whoMay,
      Optional<OnUncertain> onUncertain) {
    public static final WhoMay DEFAULT_WHO_MAY = WhoMay.ADMINS;
  }

  /// Who may talk to this Bellwire.
  public enum Users {
    ANYONE,
    /// The admins, and whoever is in one of the listed chats.
    LISTED;

    public static final Users DEFAULT = ANYONE;
  }

  /// @param alertsPerDay for one chat
  public record Limits(int subscriptionsPerChat, int alertsPerDay) {
    public static final Limits DEFAULT = new Limits(50, 200);
  }

  /// How long things are kept before they are pruned.
  public record Keep(Duration articles, Duration ledger, Duration outbox) {
    public static final Keep DEFAULT =
        new Keep(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(30));
  }

  /// @param contact goes into the User-Agent; empty for none
  /// @param names spellings that mean the same, each list one name
  /// @param sampleToNetworks whether invented news may leave the local chat
  public record Reading(
      String contact,
      FetchLimits fetch,
      List<Source> sources,
      List<List<String>> names,
      boolean sampleToNetworks) {
    public static final String DEFAULT_CONTACT = "";
    public static final boolean DEFAULT_SAMPLE_TO_NETWORKS = false;

    /// The zone of a source's dates that carry none.
    public static final ZoneId DEFAULT_SOURCE_ZONE = ZoneId.of("UTC");

    public Reading {
      sources = List.copyOf(sources);
      names = List.copyOf(names);
    }
  }

  /// @param perHost requests at the same time to one host and port
  /// @param spacing between two requests to it
  /// @param timeout for a whole document
  /// @param maxBody of a document, in bytes after decompression
  public record FetchLimits(int perHost, Duration spacing, Duration timeout, long maxBody) {
    public static final FetchLimits DEFAULT =
        new FetchLimits(2, Duration.ofSeconds(1), Duration.ofSeconds(20), 5L << 20);
  }
}
