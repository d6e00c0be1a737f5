package app.bellwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a clock that is moved by hand, one look a second.
class ConfigWatchTest {
  private static final String GOOD =
      """
      include: [ subscriptions.yml ]
      telegram: { token_file: token }
      sources: [ { id: sample, url: "sample:wires" } ]
      """;
  private static final String HARBOUR =
      "subscriptions:\n  - { id: harbour, query: harbour, to: local:desk }\n";
  private static final String FERRY = HARBOUR + "  - { id: ferry, query: ferry, to: local:desk }\n";

  @TempDir Path folder;

  private Instant now = Configs.NOW;
  private Settings running;
  private ConfigWatch watch;

  @BeforeEach
  void start() throws IOException {
    write("token", "501:abc");
    write("subscriptions.yml", HARBOUR);
    Path file = write("bellwire.yml", GOOD);
    ConfigLoader loader = Configs.loader(Map.of());
    ConfigResult.Loaded loaded = (ConfigResult.Loaded) loader.load(file, List.of());
    running = loaded.settings();
    watch = new ConfigWatch(loader, file, List.of(), loaded);
  }

  @Test
  void nothing_is_told_while_nothing_changes() throws IOException {
    write("subscriptions.yml", HARBOUR);

    assertThat(seconds(5)).isEmpty();
  }

  @Test
  void a_change_counts_once_it_has_stood_for_two_seconds() throws IOException {
    write("subscriptions.yml", FERRY);

    assertThat(second()).isEmpty();
    assertThat(second()).isEmpty();
    assertThat(second()).hasValueSatisfying(result -> assertThat(added(result)).isEqualTo(1));
    assertThat(seconds(5)).isEmpty();
  }

  @Test
  void a_file_that_is_still_being_written_is_waited_for() throws IOException {
    for (int cut = 1; cut < FERRY.length(); cut += 20) {
      write("subscriptions.yml", FERRY.substring(0, cut));
      assertThat(second()).isEmpty();
    }
    write("subscriptions.yml", FERRY);

    assertThat(seconds(3)).hasValueSatisfying(result -> assertThat(added(result)).isEqualTo(1));
  }

  @Test
  void a_file_that_flaps_is_never_taken_and_its_old_content_is_no_news() throws IOException {
    for (int i = 0; i < 5; i++) {
      write("subscriptions.yml", FERRY);
      assertThat(second()).isEmpty();
      write("subscriptions.yml", HARBOUR);
      assertThat(second()).isEmpty();
    }

    assertThat(seconds(5)).isEmpty();
  }

  @Test
  void a_cut_off_file_is_refused_once_and_the_good_one_is_told_when_it_is_back()
      throws IOException {
    write("subscriptions.yml", "subscriptions:\n  - { id: harbour, qu");

    assertThat(problems(seconds(3)))
        .containsExactly(
            folder.resolve("subscriptions.yml")
                + ":2: the bracket that opens here is not closed, or a comma is missing");
    assertThat(seconds(10)).isEmpty();

    write("subscriptions.yml", HARBOUR);
    assertThat(seconds(3)).hasValueSatisfying(this::saysWhatRuns);
    assertThat(seconds(10)).isEmpty();
  }

  @Test
  void another_mistake_is_told_anew() throws IOException {
    write("subscriptions.yml", "subscription: []\n");
    assertThat(problems(seconds(3))).hasSize(1);

    write("subscriptions.yml", "subscriptions: 1\n");
    assertThat(problems(seconds(3))).hasSize(1);
    assertThat(seconds(5)).isEmpty();
  }

  @Test
  void a_missing_file_is_refused_once_and_counts_when_it_is_there_again() throws IOException {
    Files.delete(folder.resolve("bellwire.yml"));
    assertThat(problems(seconds(3)))
        .containsExactly(folder.resolve("bellwire.yml") + ": there is no such file");
    assertThat(seconds(5)).isEmpty();

    write("bellwire.yml", GOOD);
    assertThat(seconds(3)).hasValueSatisfying(this::saysWhatRuns);
  }

  @Test
  void a_file_that_is_replaced_by_another_is_not_missed_in_between() throws IOException {
    Files.delete(folder.resolve("subscriptions.yml"));
    assertThat(second()).isEmpty();
    write("subscriptions.yml", FERRY);

    assertThat(seconds(3)).hasValueSatisfying(result -> assertThat(added(result)).isEqualTo(1));
  }

  @Test
  void a_file_that_is_named_newly_is_watched_before_it_counts() throws IOException {
    write("more.yml", "subscriptions:\n");
    write("bellwire.yml", GOOD.replace("yml ]", "yml, more.yml ]"));
    assertThat(second()).isEmpty();
    assertThat(second()).isEmpty();
    assertThat(second()).isEmpty();
    write("more.yml", FERRY.replace("harbour", "storm"));

    assertThat(seconds(3)).hasValueSatisfying(result -> assertThat(added(result)).isEqualTo(2));
  }

  @Test
  void what_changes_behind_a_broken_main_file_is_not_told_and_not_lost() throws IOException {
    write("bellwire.yml", "[");
    assertThat(problems(seconds(3))).hasSize(1);
    write("subscriptions.yml", FERRY);
    assertThat(seconds(5)).isEmpty();

    write("bellwire.yml", GOOD);
    assertThat(seconds(3)).hasValueSatisfying(result -> assertThat(added(result)).isEqualTo(1));
  }

  @Test
  void a_new_name_that_is_taken_back_is_no_news() throws IOException {
    write("more.yml", FERRY);
    write("bellwire.yml", GOOD.replace("yml ]", "yml, more.yml ]"));
    assertThat(second()).isEmpty();
    assertThat(second()).isEmpty();
    assertThat(second()).isEmpty();
    write("bellwire.yml", GOOD);

    assertThat(seconds(5)).isEmpty();
  }

  @Test
  void a_changed_secret_file_counts() throws IOException {
    write("token", "502:def");

    assertThat(seconds(3))
        .hasValueSatisfying(
            result -> assertThat(diff(result).tokens()).containsExactly("telegram.token"));
  }

  @Test
  void a_comment_is_a_change_without_consequences() throws IOException {
    write("subscriptions.yml", "# Desk\n" + HARBOUR);

    assertThat(seconds(3)).hasValueSatisfying(this::saysWhatRuns);
  }

  private void saysWhatRuns(ConfigResult result) {
    assertThat(diff(result).isEmpty()).isTrue();
  }

  private int added(ConfigResult result) {
    return diff(result).added().size();
  }

  private ConfigDiff diff(ConfigResult result) {
    return switch (result) {
      case ConfigResult.Loaded loaded -> ConfigDiff.between(running, loaded.settings());
      case ConfigResult.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  private static List<String> problems(Optional<ConfigResult> result) {
    assertThat(result).containsInstanceOf(ConfigResult.Refused.class);
    return Configs.lines(((ConfigResult.Refused) result.orElseThrow()).problems());
  }

  private Optional<ConfigResult> second() {
    Optional<ConfigResult> result = watch.check(now);
    now = now.plusSeconds(1);
    return result;
  }

  /// The first result within so many looks.
  private Optional<ConfigResult> seconds(int looks) {
    for (int i = 0; i < looks; i++) {
      Optional<ConfigResult> result = second();
      if (result.isPresent()) {
        return result;
      }
    }
    return Optional.empty();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
