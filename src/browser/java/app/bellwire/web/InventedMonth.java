package app.bellwire.web;

import static org.awaitility.Awaitility.await;

import app.bellwire.fake.FeedServer;
import app.bellwire.fake.RunningProgram;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

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

  /// Lets a program read what the agencies reported, which does not run before and after.
  static void passes(FeedServer wires, RunningProgram program, Path folder) throws Exception {
    ITEMS.forEach(item -> wires.publishes(item.feed, item.title, item.text));
    try (program) {
      await().atMost(PATIENCE).until(program.start()::healthy);
      await().atMost(PATIENCE).until(() -> read(program) == ITEMS.size());
    }
    move(folder.resolve("data/bellwire.db"), Instant.now());
  }

  private static int read(RunningProgram program) throws IOException, InterruptedException {
    return JSON.readTree(program.served("api/desk")).at("/sum/read").asInt();
  }

  /// Moves what was read to the days on which it would have been.
  private static void move(Path database, Instant now) throws SQLException {
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
