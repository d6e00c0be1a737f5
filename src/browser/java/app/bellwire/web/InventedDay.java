package app.bellwire.web;

import app.bellwire.fake.FeedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// What three invented agencies reported before the picture, and when it was read.
final class InventedDay {
  static final List<String> FEEDS = List.of("norda", "kestrel", "oriel");

  private static final List<String> TOWNS =
      List.of(
          "Halm",
          "Ostby",
          "Sund",
          "Merrin",
          "Belm",
          "Tolmar",
          "Varn",
          "Lindwick",
          "Torhaven",
          "Brunnby",
          "Idran",
          "Quell",
          "Aldane",
          "Skerra",
          "Port Sanel",
          "Kirrun");
  private static final List<String> PLANS =
      List.of(
          "a second tram line",
          "longer library hours",
          "a market hall",
          "cheaper school meals",
          "a cycle path to the coast",
          "an open-air stage",
          "a new fire station",
          "free swimming lessons",
          "more trees in the centre",
          "a night bus");
  private static final List<Duration> STORMS =
      List.of(Duration.ofHours(26), Duration.ofDays(4), Duration.ofDays(9));
  private static final int HALF_HOUR = 1_800;
  private static final int DAY = 48 * HALF_HOUR;

  private InventedDay() {}

  /// The agencies' feeds as sources of a configuration.
  static String sources(FeedServer wires) {
    StringBuilder sources = new StringBuilder("sources:\n");
    for (String feed : FEEDS) {
      String agency = feed.substring(0, 1).toUpperCase(Locale.ROOT) + feed.substring(1);
      sources.append(
          "  - { id: %s, url: \"%s\", agency: %s, every: 1s, backlog: all, allow_private: true }\n"
              .formatted(feed, wires.url(feed), agency));
    }
    return sources.toString();
  }

  /// How many reports [#publish] gives.
  static int reports() {
    return TOWNS.size() * PLANS.size() + STORMS.size() + 2;
  }

  static void publish(FeedServer wires) {
    int number = 0;
    for (String plan : PLANS) {
      for (String town : TOWNS) {
        wires.publishes(
            FEEDS.get(number++ % FEEDS.size()),
            "%s council votes for %s".formatted(town, plan),
            "The council of %s voted for %s, its clerk said.".formatted(town, plan));
      }
    }
    water(wires);
    storm(wires);
  }

  private static void water(FeedServer wires) {
    wires.publishes(
        "oriel",
        "Snow in Sorvane headwaters above average for first time in four years",
        "Snow in the upper catchment holds more water than usual, Runa Thorsen said after"
            + " measurements at 22 stations.",
        "The stations were set up under the old water treaty, Thorsen said.");
    wires.publishes(
        "kestrel",
        "Quelland opens lakeside customs house to visitors",
        "The old customs house in Merrin, where the first water treaty was signed, is open to"
            + " visitors, President Dorrit Lang said.");
  }

  private static void storm(FeedServer wires) {
    wires.publishes(
        "norda",
        "Storm Ilka to reach west coast, gusts of 110 km/h expected",
        "Storm Ilka will reach the west coast, the weather institute of Skerland said.",
        "Every harbour on the coast was informed by telephone.");
    wires.publishes(
        "oriel",
        "Sund harbour master calls in small craft before storm",
        "Harbour master Greta Lindqvist asked owners of 240 small craft to bring them into the"
            + " inner basin of Sund.");
    wires.publishes(
        "kestrel",
        "Coastline cancels evening ferries because of storm",
        "The ferry company Coastline cancelled its evening sailings between Sund and Ostby.",
        "Ships stay in the harbour of Ostby until the wind drops, it said.");
  }

  /// Moves what was read to the days and hours in which it would have been; the program must not
  /// run.
  static void pass(Path database, Instant now) throws SQLException {
    List<Instant> hours = hours(now);
    List<Duration> storms = new ArrayList<>(STORMS);
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement all = sqlite.createStatement();
        ResultSet articles = all.executeQuery("select id, headline from articles order by id")) {
      while (articles.next()) {
        boolean storm = articles.getString(2).matches("(?i).*\\bstorm\\b.*");
        Instant at = storm ? now.minus(storms.removeFirst()) : hours.removeFirst();
        move(sqlite, articles.getLong(1), at);
      }
    }
  }

  private static void move(Connection sqlite, long article, Instant at) throws SQLException {
    for (String sql :
        List.of(
            "update ledger set read_at = ?1, noted_at = ?1 where article_id = ?2",
            "update articles set read_at = ?1, published_at = ?1 where id = ?2")) {
      try (PreparedStatement update = sqlite.prepareStatement(sql)) {
        update.setLong(1, at.toEpochMilli());
        update.setLong(2, article);
        update.executeUpdate();
      }
    }
  }

  /// One report in every half hour of the day before `now`, the others mostly by day; in a random
  /// order.
  private static List<Instant> hours(Instant now) {
    Random dice = new Random(7);
    List<Instant> hours = new ArrayList<>();
    for (int second = HALF_HOUR / 2; second < DAY; second += HALF_HOUR) {
      hours.add(now.minusSeconds(second));
    }
    while (hours.size() < reports() - STORMS.size()) {
      Instant at = now.minusSeconds(dice.nextInt(DAY));
      int hour = at.atZone(ZoneOffset.UTC).getHour();
      if (dice.nextInt(10) < (hour >= 6 && hour < 17 ? 10 : 2)) {
        hours.add(at);
      }
    }
    Collections.shuffle(hours, dice);
    return hours;
  }
}
