package app.bellwire.config;

import app.bellwire.chat.Address;
import app.bellwire.chat.OnUncertain;
import app.bellwire.config.Settings.ChatRule;
import app.bellwire.config.Settings.Connections;
import app.bellwire.config.Settings.Embeddings;
import app.bellwire.config.Settings.FetchLimits;
import app.bellwire.config.Settings.Keep;
import app.bellwire.config.Settings.Limits;
import app.bellwire.config.Settings.People;
import app.bellwire.config.Settings.Slack;
import app.bellwire.config.Settings.Store;
import app.bellwire.config.Settings.Telegram;
import app.bellwire.config.Settings.Users;
import app.bellwire.config.Settings.Web;
import app.bellwire.subscription.WhoMay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the main file, but for its sources and subscriptions. Confined to one thread.
final class SettingsReader {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int MANY = 1_000_000_000;
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final Pattern WITH_USER = Pattern.compile("[^?]*@.*", Pattern.DOTALL);
  private static final Set<OnUncertain> ANYWHERE = Set.of(OnUncertain.RESEND, OnUncertain.HOLD);
  private static final Set<OnUncertain> ON_SLACK = Set.of(OnUncertain.values());

  private final Section main;

  SettingsReader(Section main) {
    this.main = main;
  }

  Connections connections() {
    return new Connections(
        store(main.section("store", Keys.STORE)),
        web(main.section("web", Keys.WEB)),
        telegram(main.section("telegram", Keys.TELEGRAM)),
        slack(main.section("slack", Keys.SLACK)),
        main.section("local", Keys.LOCAL).value("enabled", Values::bool, Connections.DEFAULT_LOCAL),
        main.section("story", Keys.STORY)
            .value("embeddings", Values.oneOf(Embeddings.values()), Embeddings.DEFAULT));
  }

  private Store store(Section store) {
    String given = store.secret("url").value();
    String url = given.isEmpty() ? Store.DEFAULT_URL : given;
    if (url.startsWith(SQLITE)) {
      return new Store(SQLITE + absolute(url.substring(SQLITE.length())));
    }
    if (!url.startsWith(POSTGRESQL + "//")) {
      store.wrong(
          store.place("url"), "url", "must begin with " + SQLITE + " or " + POSTGRESQL + "//");
    } else if (WITH_USER.matcher(url).matches()) {
      store.wrong(
          store.place("url"),
          "url",
          "takes user and password as parameters: " + POSTGRESQL + "//host/db?user=…&password=…");
    }
    return new Store(url);
  }

  /// A SQLite path, from the folder of the main file; what follows `?` and what is no path stays.
  private String absolute(String path) {
    if (path.isEmpty() || path.startsWith(":") || path.startsWith("file:")) {
      return path;
    }
    int options = path.indexOf('?') < 0 ? path.length() : path.indexOf('?');
    return main.scope()
        .resolve(path.substring(0, options))
        .map(file -> file.toAbsolutePath().normalize() + path.substring(options))
        .orElse(path);
  }

  private static Web web(Section web) {
    Web read =
        new Web(
            web.value("host", Values::hostName, Web.DEFAULT.host()),
            web.value("port", Values.number(0, 65_535), Web.DEFAULT.port()),
            web.values("hosts", Values::hostName),
            web.secret("password"));
    if (!loopback(read.host()) && !read.password().isPresent()) {
      web.wrong(
          web.place("host"),
          "host",
          "'" + read.host() + "' can be reached from other machines and needs web.password");
    }
    return read;
  }

  private static boolean loopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127(\\.\\d{1,3}){3}|\\[?::1]?|\\[?(0+:){7}0*1]?");
  }

  private static Telegram telegram(Section telegram) {
    Telegram read =
        new Telegram(
            telegram.secret("token"),
            telegram.value("api_url", Values::webAddress, Telegram.DEFAULT.apiUrl()),
            telegram.value("on_uncertain", Values.oneOf(ANYWHERE), Telegram.DEFAULT.onUncertain()));
    if (!read.apiUrl().getPath().replace("/", "").isEmpty()) {
      telegram.wrong(
          telegram.place("api_url"),
          "api_url",
          "takes scheme, host and port, such as http://127.0.0.1:8081, and no path");
    }
    return read;
  }

  private static Slack slack(Section slack) {
    Slack read =
        new Slack(
            slack.secret("bot_token"),
            slack.secret("app_token"),
            slack.secret("signing_secret"),
            slack.value("api_url", Values::webAddress, Slack.DEFAULT.apiUrl()),
            slack.value("on_uncertain", Values.oneOf(ON_SLACK), Slack.DEFAULT.onUncertain()));
    checkTokens(slack, read);
    return read;
  }

  private static void checkTokens(Section slack, Slack read) {
    boolean listens = read.appToken().isPresent() || read.signingSecret().isPresent();
    if (read.on() && !listens) {
      slack.wrong(
          slack.place("bot_token"),
          "bot_token",
          "needs app_token (Socket Mode) or signing_secret (events over HTTP) beside it");
    }
    if (!read.on() && listens) {
      slack.wrong(slack.place(), "slack", "bot_token is missing or empty");
    }
    if (read.botToken().value().startsWith("xapp-")) {
      slack.wrong(slack.place("bot_token"), "bot_token", "this is an app_token (xapp-)");
    }
    if (read.appToken().value().startsWith("xoxb-")) {
      slack.wrong(slack.place("app_token"), "app_token", "this is a bot_token (xoxb-)");
    }
  }

  People people() {
    return new People(
        main.values("admins", Values::person).stream().distinct().toList(),
        chats(),
        main.value("users", Values.oneOf(Users.values()), Users.DEFAULT),
        limits(main.section("limits", Keys.LIMITS)));
  }

  private List<ChatRule> chats() {
    List<ChatRule> rules = new ArrayList<>();
    Set<Address> known = new HashSet<>();
    for (Section chat : main.sections("chats", Keys.CHAT)) {
      Optional<Address> address = chat.required("id", Values::address);
      ChatRule rule = rule(chat, address.orElse(Address.local("none")));
      if (address.isPresent() && !known.add(rule.address())) {
        chat.wrong(chat.place("id"), "id", "'" + rule.address() + "' stands here twice");
      }
      rules.add(rule);
    }
    return rules;
  }

  private static ChatRule rule(Section chat, Address address) {
    return new ChatRule(
        address,
        chat.value("zone", Values::zone),
        chat.value("quiet", Values::quiet),
        chat.value("who_may", Values.oneOf(WhoMay.values()), ChatRule.DEFAULT_WHO_MAY),
        chat.value(
            "on_uncertain",
            Values.oneOf(address.network().equals(Address.SLACK) ? ON_SLACK : ANYWHERE)));
  }

  private static Limits limits(Section limits) {
    Limits fallback = Limits.DEFAULT;
    return new Limits(
        limits.value(
            "subscriptions_per_chat", Values.number(1, MANY), fallback.subscriptionsPerChat()),
        limits.value("alerts_per_day", Values.number(1, MANY), fallback.alertsPerDay()));
  }

  Keep keep() {
    Section keep = main.section("keep", Keys.KEEP);
    return new Keep(
        keep.value("articles", Values.duration(SECOND), Keep.DEFAULT.articles()),
        keep.value("ledger", Values.duration(SECOND), Keep.DEFAULT.ledger()),
        keep.value("outbox", Values.duration(SECOND), Keep.DEFAULT.outbox()));
  }

  FetchLimits fetch() {
    Section fetch = main.section("fetch", Keys.FETCH);
    FetchLimits fallback = FetchLimits.DEFAULT;
    return new FetchLimits(
        fetch.value("per_host", Values.number(1, 1000), fallback.perHost()),
        fetch.value("spacing", Values.duration(Duration.ZERO), fallback.spacing()),
        fetch.value("timeout", Values.duration(SECOND), fallback.timeout()),
        fetch.value("max_body", Values::size, fallback.maxBody()));
  }
}
