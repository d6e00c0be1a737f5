package app.bellwire.web;

import app.bellwire.fake.FeedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What three invented agencies reported in the month before a conversation, and when it was read.
final class InventedMonth {
  private record Item(Duration ago, String feed, String title, String text) {}

  private static final List<Item> ITEMS =
      List.of(
          new Item(
              Duration.ofDays(31),
              "oriel",
              "Storm Ilka passes, ferries sail again",
              "The ferries between Torhaven and Brunnby sail again, their company said."),
          new Item(
              Duration.ofDays(25),
              "kestrel",
              "Farmers of the lower valley ask for a new water treaty",
              "It must come before the sowing, farmers in the south of Tolm wrote."),
          new Item(
              Duration.ofDays(21),
              "norda",
              "Lindwick council votes for a night bus",
              "The council of Lindwick voted for a night bus, its clerk said."),
          new Item(
              Duration.ofDays(16),
              "norda",
              "Petra Nyman becomes water minister of Arven",
              "Petra Nyman will also be in charge of the old treaty, Arven said."),
          new Item(
              Duration.ofDays(4),
              "oriel",
              "Snow in Sorvane headwaters above average",
              "The stations that the water treaty set up have counted it, Runa Thorsen said."),
          new Item(
              Duration.ofHours(9),
              "kestrel",
              "Nadia Idris opens a school in Tolmar",
              "The school has room for 300 pupils, the city of Tolmar said."),
          new Item(
              Duration.ofHours(7),
              "norda",
              "Old customs house of Merrin gets beds for guests",
              "The house on the lake gets 60 beds, the mayor of Merrin said."),
          new Item(
              Duration.ofHours(5),
              "oriel",
              "Idris to visit Merrin in spring",
              "Foreign minister Idris will visit the town on the lake in spring, Tolm said."));

  private InventedMonth() {}

  static int reports() {
    return ITEMS.size();
  }

  static void publish(FeedServer wires) {
    ITEMS.forEach(item -> wires.publishes(item.feed, item.title, item.text));
  }

  /// Moves what was read to the days on which it would have been; the program must not run.
  static void pass(Path database, Instant now) throws SQLException {
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + database)) {
      for (Item item : ITEMS) {
        move(sqlite, item.title, now.minus(item.ago));
      }
    }
  }

  private static void move(Connection sqlite, String title, Instant at) throws SQLException {
    String article = "(select id from articles where headline = ?2)";
    for (String sql :
        List.of(
            "update ledger set read_at = ?1, noted_at = ?1 where article_id = " + article,
            "update event_reports set reported_at = ?1 where article_id = " + article,
            "update events set opened_at = ?1, updated_at = ?1 where headline = ?2",
            "update articles set read_at = ?1, published_at = ?1 where headline = ?2")) {
      try (PreparedStatement update = sqlite.prepareStatement(sql)) {
        update.setLong(1, at.toEpochMilli());
        update.setString(2, title);
        update.executeUpdate();
      }
    }
  }
}
