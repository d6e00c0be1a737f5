package app.bellwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigDiffTest {
  private static final Path COMPLETE = Path.of("src/test/resources/config/good/complete.yml");
  private static final String SAMPLE = "{ id: sample, url: \"sample:wires\" }";

  @TempDir Path folder;

  @Test
  void a_configuration_does_not_differ_from_itself() {
    ConfigDiff diff = ConfigDiff.between(Configs.settings(COMPLETE), Configs.settings(COMPLETE));

    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.massEnd()).isFalse();
    assertThat(diff.restart()).isEmpty();
  }

  @Test
  void comments_do_not_count() throws IOException {
    Settings old = subscribed("- { id: a, query: ferry, to: local:desk }");
    Settings now = subscribed("# a word\n  - { id: a, query: ferry, to: local:desk }");

    assertThat(ConfigDiff.between(old, now).isEmpty()).isTrue();
  }

  @Test
  void subscriptions_are_told_apart_by_id_and_chat() throws IOException {
    Settings old =
        subscribed(
            "- { id: a, query: ferry, to: [ local:desk, local:night ] }",
            "- { id: b, query: storm, to: local:desk }",
            "- { id: c, query: port, to: local:desk }");
    Settings now =
        subscribed(
            "- { id: a, query: ferry, to: [ local:desk, local:day ] }",
            "- { id: b, query: storm Ilka, to: local:desk }",
            "- { id: d, query: port, to: local:desk }");

    ConfigDiff diff = ConfigDiff.between(old, now);

    assertThat(names(diff.added())).containsExactly("a local:day", "d local:desk");
    assertThat(names(diff.changed())).containsExactly("b local:desk");
    assertThat(names(diff.ended())).containsExactly("a local:night", "c local:desk");
    assertThat(diff.changed().getFirst().subscription().query().text()).isEqualTo("storm Ilka");
    assertThat(diff.before()).isEqualTo(4);
    assertThat(diff.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'deliver: \"digest 08:00\"'",
    "'quiet: 22:00-07:00'",
    "'zone: Europe/Berlin'",
    "'urgent: true'",
    "'owner: ann'",
    "'until: 2027-03-01'",
  })
  void every_key_of_a_subscription_counts(String key) throws IOException {
    Settings old = subscribed("- { id: a, query: ferry, to: local:desk }");
    Settings now = subscribed("- { id: a, query: ferry, to: local:desk, " + key + " }");

    assertThat(names(ConfigDiff.between(old, now).changed())).containsExactly("a local:desk");
  }

  @Test
  void the_zone_of_the_install_moves_the_end_of_a_last_day() throws IOException {
    String[] both = {
      "- { id: a, query: ferry, to: local:desk, until: 2027-03-01 }",
      "- { id: b, query: ferry, to: local:desk, until: 2027-03-01, zone: UTC }"
    };

    ConfigDiff diff =
        ConfigDiff.between(
            subscribed(both), Configs.settings(folder.resolve("c.yml"), "zone=Asia/Tokyo"));

    assertThat(names(diff.changed())).containsExactly("a local:desk");
    assertThat(diff.keys()).containsExactly("zone");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0, false",
    "4, 0, true",
    "8, 4, false",
    "9, 4, true",
    "230, 18, true",
    "230, 115, false",
    "0, 5, false"
  })
  void a_mass_end_is_more_than_half_and_more_than_three(int before, int after, boolean mass)
      throws IOException {
    assertThat(ConfigDiff.between(subscribed(before), subscribed(after)).massEnd()).isEqualTo(mass);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zone=UTC                        | zone                  | false",
        "contact=                        | contact               | false",
        "store.url=jdbc:sqlite:a.db      | store.url             | true",
        "web.host=127.0.0.1              | web.host              | true",
        "web.port=1                      | web.port              | true",
        "web.hosts=[]                    | web.hosts             | true",
        "web.password=x                  | web.password          | true",
        "telegram.token=1:b              | telegram.token        | true",
        "telegram.api_url=http://a.b     | telegram.api_url      | true",
        "telegram.on_uncertain=resend    | telegram.on_uncertain | true",
        "slack.bot_token=b               | slack.bot_token       | true",
        "slack.app_token=b               | slack.app_token       | true",
        "slack.signing_secret=b          | slack.signing_secret  | true",
        "slack.api_url=http://a.b        | slack.api_url         | true",
        "slack.on_uncertain=hold         | slack.on_uncertain    | true",
        "local.enabled=true              | local.enabled         | true",
        "story.embeddings=off            | story.embeddings      | true",
        "admins=[]                       | admins                | false",
        "chats=[]                        | chats                 | false",
        "users=anyone                    | users                 | false",
        "limits.subscriptions_per_chat=9 | limits.subscriptions_per_chat | false",
        "limits.alerts_per_day=9         | limits.alerts_per_day | false",
        "keep.articles=9d                | keep.articles         | false",
        "keep.ledger=9d                  | keep.ledger           | false",
        "keep.outbox=9d                  | keep.outbox           | false",
        "fetch.per_host=9                | fetch.per_host        | false",
        "fetch.spacing=9s                | fetch.spacing         | false",
        "fetch.timeout=9s                | fetch.timeout         | false",
        "fetch.max_body=9MiB             | fetch.max_body        | false",
        "names=                          | names                 | false",
        "sample_to_networks=false        | sample_to_networks    | false",
      })
  void a_changed_key_is_named_and_whether_it_waits_for_a_restart(
      String override, String key, boolean restart) {
    ConfigDiff diff =
        ConfigDiff.between(Configs.settings(COMPLETE), Configs.settings(COMPLETE, override));

    assertThat(diff.keys()).containsExactly(key);
    assertThat(diff.restart()).isEqualTo(restart ? List.of(key) : List.of());
    assertThat(diff.isEmpty()).isFalse();
  }

  @Test
  void tokens_are_named_apart_because_a_network_could_take_them_at_once() {
    ConfigDiff diff =
        ConfigDiff.between(
            Configs.settings(COMPLETE),
            Configs.settings(COMPLETE, "telegram.token=2:b", "slack.app_token=x", "web.port=1"));

    assertThat(diff.tokens()).containsExactly("telegram.token", "slack.app_token");
  }

  @Test
  void sources_are_told_apart_by_id() throws IOException {
    Settings old =
        sources(
            SAMPLE,
            "{ id: norda, url: \"https://norda.example/rss\" }",
            "{ id: oriel, url: \"https://oriel.example/\" }");
    Settings now =
        sources(
            "{ id: norda, url: \"https://norda.example/rss\", every: 2m }",
            "{ id: kestrel, url: \"https://kestrel.example/\" }",
            "{ id: oriel, url: \"https://oriel.example/\" }");

    ConfigDiff.Sources diff = ConfigDiff.between(old, now).sources();

    assertThat(diff.added()).extracting(s -> s.id().value()).containsExactly("kestrel");
    assertThat(diff.changed()).extracting(s -> s.id().value()).containsExactly("norda");
    assertThat(diff.removed()).extracting(Object::toString).containsExactly("sample");
  }

  private static List<String> names(List<ConfigDiff.Declared> declared) {
    return declared.stream().map(d -> d.subscription().id() + " " + d.to()).toList();
  }

  private Settings subscribed(int count) throws IOException {
    return subscribed(
        IntStream.range(0, count)
            .mapToObj(i -> "- { id: s" + i + ", query: ferry, to: local:desk }")
            .toArray(String[]::new));
  }

  private Settings subscribed(String... entries) throws IOException {
    return settings("sources: [ " + SAMPLE + " ]\nsubscriptions:\n" + lines(entries));
  }

  private Settings sources(String... entries) throws IOException {
    return settings("sources: [ " + String.join(", ", entries) + " ]\n");
  }

  private static String lines(String... entries) {
    return List.of(entries).stream().map(e -> "  " + e + "\n").collect(Collectors.joining());
  }

  private Settings settings(String text) throws IOException {
    return Configs.settings(Files.writeString(folder.resolve("c.yml"), text));
  }
}
