package app.bellwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said about a broken line does not repeat the secret in it.
class SecretsInProblemsTest {
  private static final String CANARY = "c4n4ry";
  private static final String SAMPLE = "sources: [ { id: sample, url: \"sample:wires\" } ]\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "telegram: { token: \"501:c4n4ry }",
        "telegram: { token: 'it's c4n4ry' }",
        "telegram: { token: \"501\" c4n4ry }",
        "telegram: { token: [ c4n4ry ] }",
        "telegram: { token: { c4n4ry: 1 } }",
        "telegram: { 501501:c4n4ry }",
        "telegram: { token c4n4ry }",
        "telegram: 501:c4n4ry",
        "telegram:\n  501:c4n4ry\n  501:c4n4ry",
        "telegram: { token_file: c4n4ry }",
        "telegram: { token_file: \"c4n4ry\\0\" }",
        "telegram: { token: c4n4ry, token: c4n4ry, tokn: c4n4ry }",
        "telegram: { api_url: \"feed://bot:c4n4ry@host/x?key=c4n4ry\" }",
        "telegram: { api_url: \"api.telegram.org/?key=c4n4ry\" }",
        "telegram: { api_url: \"bot:c4n4ry@api.telegram.org\" }",
        "telegram: { on_uncertain: \"${CANARY}\" }",
        "web: { password: *c4n4ry }",
        "web: { password: !c4n4ry }",
        "web: { password: !!c4n4ry x }",
        "web: { password: !c4n4ry!x y }",
        "web: { password: %c4n4ry }",
        "web: { password: @c4n4ry }",
        "web: { password: `c4n4ry }",
        "web: { password: [c4n4ry }",
        "web: { password: c4n4ry: x }",
        "web:\n  password: c4n4ry: x",
        "web:\n\tpassword: c4n4ry",
        "web:\n  password: >x c4n4ry",
        "web:\n  password: \"\\c4n4ry\"",
        "web: { password: &c4n4ry }\nx: 1",
        "web: { port: \"${CANARY}\" }",
        "web: { port: \"1${CANARY}${NONE:-0}\" }",
        "zone: ${CANARY}",
        "store: { url: \"jdbc:mysql://bell:c4n4ry@db\" }",
        "store: { url: \"jdbc:postgresql://bell:c4n4ry@db/bell\" }",
        "store: { url_file: \"jdbc:postgresql://db?password=c4n4ry\" }",
        "slack: { bot_token: xapp-c4n4ry, app_token: xoxb-c4n4ry }",
        "slack: { app_token: xapp-c4n4ry }",
        "keep: { articles: \"${CANARY}\" }",
        "admins: [ \"${CANARY}\" ]",
        "subscriptions: [ { id: a, query: b, to: \"local:desk\", deliver: \"digest ${CANARY}\" } ]",
      })
  void aSecretIsNotRepeated(String broken) throws IOException {
    assertThat(told(broken + "\n" + SAMPLE)).isNotEmpty().doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feed://reader:c4n4ry@host/rss?key=c4n4ry",
        "https://reader:c4n4ry@ho st/rss?key=c4n4ry",
        "https://reader:c4/n4ry:c4n4ry@host:port/a b?key=c4n4ry",
        "reader:c4n4ry@host.example/rss?key=c4n4ry",
        "host.example/rss?key=c4n4ry",
        "htp://reader:c4n4ry@host/rss",
      })
  void noneOfTheAddressOfASource(String url) throws IOException {
    assertThat(told("sources: [ { id: a, url: \"" + url + "\" } ]\n"))
        .contains("is not a web address")
        .doesNotContain(CANARY);
  }

  @Test
  void ofAValueFromTheEnvironmentThePlaceholderIsShown() throws IOException {
    assertThat(told("web: { port: \"${CANARY}\" }\n" + SAMPLE))
        .isEqualTo(":1: 'port': what '${CANARY}' stands for does not fit here");
  }

  private String told(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("bellwire.yml"), text);
    ConfigLoader loader = Configs.loader(Map.of("CANARY", CANARY));
    return switch (loader.load(file, List.of())) {
      case ConfigResult.Loaded loaded -> "taken with " + loaded.settings();
      case ConfigResult.Refused refused ->
          refused.problems().stream()
              .map(problem -> problem.toString().replace(file.toString(), ""))
              .collect(Collectors.joining("\n"));
    };
  }
}
