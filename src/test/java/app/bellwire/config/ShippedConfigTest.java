package app.bellwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedConfigTest {
  private static final Path FILE = Path.of("config/bellwire.yml");

  @Test
  void loads_without_problems_and_without_notes() {
    assertThat(Configs.problems(FILE)).isEmpty();
    assertThat(Configs.settings(FILE).notes()).isEmpty();
  }

  @Test
  void says_what_would_be_so_without_it() {
    Settings shipped = Configs.settings(FILE);

    Settings.Connections connections = shipped.connections();
    assertThat(connections.web()).isEqualTo(Settings.Web.DEFAULT);
    assertThat(connections.telegram()).isEqualTo(Settings.Telegram.DEFAULT);
    assertThat(connections.slack()).isEqualTo(Settings.Slack.DEFAULT);
    assertThat(connections.local()).isEqualTo(Settings.Connections.DEFAULT_LOCAL);
    assertThat(connections.store().url())
        .isEqualTo("jdbc:sqlite:" + Path.of("data/bellwire.db").toAbsolutePath());
    assertThat(shipped.zone()).isEqualTo(Settings.DEFAULT_ZONE);
    assertThat(shipped.keep()).isEqualTo(Settings.Keep.DEFAULT);
    assertThat(shipped.people())
        .isEqualTo(
            new Settings.People(
                List.of(), List.of(), Settings.Users.DEFAULT, Settings.Limits.DEFAULT));
    assertThat(shipped.reading().fetch()).isEqualTo(Settings.FetchLimits.DEFAULT);
  }

  @Test
  void its_examples_work_when_the_comment_sign_is_taken_away(@TempDir Path folder)
      throws IOException {
    for (String name : List.of("bellwire.yml", "subscriptions.yml", "names.yml")) {
      String text = Files.readString(FILE.resolveSibling(name));
      Files.writeString(folder.resolve(name), text.replaceAll("(?m)^#(  )", "$1"));
    }

    Settings all = Configs.settings(folder.resolve("bellwire.yml"));

    assertThat(all.reading().sources()).hasSize(2);
    assertThat(all.subscriptions()).hasSize(2);
    assertThat(all.people().chats()).hasSize(2);
    assertThat(all.notes()).isEmpty();
  }

  @Test
  void reads_the_sample_wire_and_tells_the_desk() {
    Settings shipped = Configs.settings(FILE);

    assertThat(shipped.reading().sources())
        .extracting(source -> source.url().toString())
        .containsExactly("sample:wires");
    assertThat(shipped.reading().names()).contains(List.of("Kyiv", "Kiev"));
    assertThat(shipped.subscriptions())
        .singleElement()
        .satisfies(
            subscription -> {
              assertThat(subscription.id()).isEqualTo("water-treaty");
              assertThat(subscription.query().text()).isEqualTo("\"water treaty\"");
              assertThat(subscription.to()).containsExactly(Address.local("desk"));
              assertThat(subscription.file()).isEqualTo(Path.of("config/subscriptions.yml"));
              assertThat(subscription.line()).isEqualTo(7);
            });
  }
}
