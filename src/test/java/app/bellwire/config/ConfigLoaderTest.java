package app.bellwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.OnUncertain;
import app.bellwire.chat.UserId;
import app.bellwire.query.ParsedQuery;
import app.bellwire.query.Query;
import app.bellwire.source.Backlog;
import app.bellwire.source.Source;
import app.bellwire.source.SourceId;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.QuietHours;
import app.bellwire.subscription.Timing;
import app.bellwire.subscription.WhoMay;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigLoaderTest {
  private static final Path COMPLETE = Path.of("src/test/resources/config/good/complete.yml");
  private static final String SAMPLE = "sources: [ { id: sample, url: \"sample:wires\" } ]\n";

  @TempDir Path folder;

  @Test
  void every_key_is_read() {
    Settings read = Configs.settings(COMPLETE);

    assertThat(read.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
    assertThat(read.connections())
        .isEqualTo(
            new Settings.Connections(
                new Settings.Store("jdbc:postgresql://db/bellwire?user=bell"),
                new Settings.Web(
                    "0.0.0.0", 18080, List.of("wire.example.org"), new Secret("open sesame")),
                new Settings.Telegram(
                    new Secret("501:abc"), URI.create("http://127.0.0.1:1"), OnUncertain.HOLD),
                new Settings.Slack(
                    new Secret("xoxb-1"),
                    new Secret("xapp-1"),
                    new Secret("sign"),
                    URI.create("http://127.0.0.1:2/api/"),
                    OnUncertain.RESEND),
                false,
                Settings.Embeddings.ON));
    assertThat(read.people())
        .isEqualTo(
            new Settings.People(
                List.of(new UserId("telegram", "501"), new UserId("slack", "U1")),
                List.of(
                    new Settings.ChatRule(
                        new Address("telegram", null, "-1001", "7"),
                        Optional.of(ZoneId.of("Europe/Berlin")),
                        Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))),
                        WhoMay.MEMBERS,
                        Optional.of(OnUncertain.HOLD))),
                Settings.Users.LISTED,
                new Settings.Limits(5, 20)));
    assertThat(read.keep())
        .isEqualTo(
            new Settings.Keep(Duration.ofDays(7), Duration.ofHours(12), Duration.ofMinutes(90)));
    assertThat(read.reading())
        .isEqualTo(
            new Settings.Reading(
                "news@example.org",
                new Settings.FetchLimits(1, Duration.ZERO, Duration.ofSeconds(5), 512 << 10),
                List.of(
                    new Source(
                        new SourceId("norda"),
                        URI.create("http://127.0.0.1:9/rss"),
                        Optional.of(Duration.ofSeconds(1)),
                        Backlog.NONE,
                        true,
                        Optional.of("Norda"),
                        ZoneId.of("Asia/Tokyo"))),
                List.of(List.of("Arven", "Arwen")),
                true));
    assertThat(read.subscriptions())
        .singleElement()
        .isEqualTo(
            new ConfigSubscription(
                "harbour",
                new ParsedQuery.Valid(
                    new Query.Word("storm harbour", false, false), "storm harbour"),
                List.of(Address.local("desk"), new Address("slack", "T1", "C1", null)),
                new DeliveryPlan(
                    Optional.of(Timing.digest(LocalTime.of(8, 0), LocalTime.of(18, 0))),
                    Optional.of(new QuietHours(LocalTime.of(23, 0), LocalTime.of(6, 30))),
                    Optional.of(ZoneId.of("America/New_York")),
                    true),
                Optional.of("ann@example.org"),
                Optional.of(LocalDate.of(2027, 3, 1)),
                COMPLETE,
                36));
  }

  @Test
  void a_subscription_ends_with_its_last_day_in_its_own_zone() {
    ConfigSubscription subscription = Configs.settings(COMPLETE).subscriptions().getFirst();

    assertThat(subscription.ends(ZoneId.of("UTC"))).hasValue(Instant.parse("2027-03-02T05:00:00Z"));
  }

  @Test
  void without_keys_every_default_holds() throws IOException {
    Settings read = Configs.settings(main(SAMPLE));

    assertThat(read.connections())
        .isEqualTo(
            new Settings.Connections(
                new Settings.Store(
                    "jdbc:sqlite:" + folder.resolveSibling("data").resolve("bellwire.db")),
                Settings.Web.DEFAULT,
                Settings.Telegram.DEFAULT,
                Settings.Slack.DEFAULT,
                true,
                Settings.Embeddings.OFF));
    assertThat(read.reading().sources().getFirst().backlog()).isEqualTo(Backlog.DEFAULT);
    assertThat(read.reading().sources().getFirst().every()).isEmpty();
    assertThat(read.subscriptions()).isEmpty();
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void sections_and_lists_whose_lines_are_all_comments_are_as_if_they_were_not_there()
      throws IOException {
    Settings read = Configs.settings(main("web:\nadmins:\nchats:\nsubscriptions:\n" + SAMPLE));

    assertThat(read.connections().web()).isEqualTo(Settings.Web.DEFAULT);
    assertThat(read.people().admins()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:sqlite:bell.db?cache=shared, jdbc:sqlite:FOLDER/bell.db?cache=shared",
    "jdbc:sqlite:/var/lib/bell.db, jdbc:sqlite:/var/lib/bell.db",
    "jdbc:sqlite::memory:, jdbc:sqlite::memory:",
    "jdbc:sqlite:file:bell?mode=memory, jdbc:sqlite:file:bell?mode=memory",
  })
  void a_store_path_is_meant_from_the_folder_of_the_main_file(String url, String resolved)
      throws IOException {
    Settings read = Configs.settings(main("store: { url: \"" + url + "\" }\n" + SAMPLE));

    assertThat(read.connections().store().url())
        .isEqualTo(resolved.replace("FOLDER", folder.toString()));
  }

  @Test
  void what_is_odd_but_works_is_a_note() throws IOException {
    Path file =
        main(
            """
            sources:
              - { id: near, url: "http://localhost:9/rss" }
            local: { enabled: false }
            subscriptions:
              - { id: a, query: ferry, to: "telegram:501", until: 2022-02-15 }
              - { id: b, query: ferry, to: "slack:C1", until: 2022-02-16 }
              - { id: c, query: ferry, to: local:desk }
            """);

    assertThat(Configs.lines(Configs.settings(file).notes()))
        .containsExactly(
            file + ":2: 'url': this machine is not dialled without allow_private: true",
            file + ":5: 'to': 'telegram:501' is told nothing while telegram is off",
            file + ":5: 'until': is over; 'a' tells nothing",
            file + ":6: 'to': 'slack:C1' is told nothing while slack is off",
            file + ":7: 'to': 'local:desk' is told nothing while local is off");
  }

  @Test
  void no_source_at_all_can_be_meant() throws IOException {
    Path file = main("sources: []\n");

    assertThat(Configs.lines(Configs.settings(file).notes()))
        .containsExactly(file + ":1: 'sources': there is none, so nothing is read");
  }

  @Test
  void placeholders_come_from_the_environment() throws IOException {
    Path file =
        main(
            """
            contact: "${WHO} at ${WHERE:-the desk}, $${WHO}"
            web:
              port: ${PORT:-9090}
            telegram: { token: "${TOKEN:-}" }
            """
                + SAMPLE);
    ConfigLoader loader =
        Configs.loader(Map.of("WHO", "Ann ${WHERE}", "WHERE", "", "TOKEN", "1:a"));

    Settings read = ((ConfigResult.Loaded) loader.load(file, List.of())).settings();

    assertThat(read.reading().contact()).isEqualTo("Ann ${WHERE} at the desk, ${WHO}");
    assertThat(read.connections().web().port()).isEqualTo(9090);
    assertThat(read.connections().telegram().token()).isEqualTo(new Secret("1:a"));
  }

  @Test
  void a_secret_can_stand_in_a_file_of_its_own() throws IOException {
    write("token", "501:abc\n");
    Path file = main("telegram: { token: \"${NONE:-}\", token_file: token }\n" + SAMPLE);

    ConfigResult.Loaded loaded = (ConfigResult.Loaded) Configs.load(file);

    assertThat(loaded.settings().connections().telegram().token()).isEqualTo(new Secret("501:abc"));
    assertThat(loaded.files()).containsOnlyKeys(file, folder.resolve("token"));
  }

  @Test
  void secrets_do_not_print() {
    String printed = Configs.settings(COMPLETE).toString();

    assertThat(printed)
        .contains("***")
        .doesNotContain("open sesame", "501:abc", "xoxb-1", "xapp-1", "sign,", "user=bell");
  }

  @Test
  void a_query_with_escapes_points_at_its_line_only() throws IOException {
    Path file =
        main(SAMPLE + "subscriptions:\n  - { id: a, query: \"caf\\u00e9 (b\", to: local:desk }\n");

    assertThat(Configs.problems(file))
        .containsExactly(file + ":3: 'query': The bracket is not closed (did you mean 'café'?)");
  }

  @Test
  void a_main_file_that_is_not_there_is_told() throws IOException {
    main(SAMPLE);

    assertThat(Configs.problems(folder.resolve("belwire.yml")))
        .containsExactly(
            folder.resolve("belwire.yml")
                + ": there is no such file (did you mean 'bellwire.yml'?)");
    assertThat(Configs.problems(folder)).containsExactly(folder + ": is not a file");
  }

  @Test
  void a_file_beyond_all_measure_is_told() throws IOException {
    Path file = main("# " + "x".repeat(3 << 20));

    assertThat(Configs.problems(file)).containsExactly(file + ": is larger than 3 MiB");
  }

  private Path main(String text) throws IOException {
    return write("bellwire.yml", text);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
