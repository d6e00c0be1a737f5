package app.bellwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.UserId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
  private static final Path FILE = Path.of("src/test/resources/config/good/complete.yml");

  @Test
  void a_key_on_the_command_line_beats_the_file() {
    Settings read =
        Configs.settings(
            FILE,
            "web.port=18081",
            "zone=UTC",
            "contact=desk: the one in Berlin",
            "admins=[ telegram:1, telegram:2 ]",
            "local={ enabled: true }",
            "sources=[]");

    assertThat(read.connections().web().port()).isEqualTo(18_081);
    assertThat(read.connections().web().hosts()).containsExactly("wire.example.org");
    assertThat(read.zone().getId()).isEqualTo("UTC");
    assertThat(read.reading().contact()).isEqualTo("desk: the one in Berlin");
    assertThat(read.people().admins())
        .isEqualTo(List.of(new UserId("telegram", "1"), new UserId("telegram", "2")));
    assertThat(read.connections().local()).isTrue();
    assertThat(read.reading().sources()).isEmpty();
  }

  @Test
  void a_section_that_the_file_has_not_is_made() {
    Path shipped = Path.of("config/bellwire.yml");

    assertThat(Configs.settings(shipped, "keep.ledger=1d").keep().ledger()).hasDays(1);
  }

  @Test
  void a_secret_beats_its_file_and_the_other_way_round() {
    Settings read = Configs.settings(FILE, "telegram.token=1:new");

    assertThat(read.connections().telegram().token()).isEqualTo(new Secret("1:new"));
    assertThat(
            Configs.settings(FILE, "slack.bot_token_file=token")
                .connections()
                .slack()
                .botToken()
                .value())
        .isEqualTo("501:abc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "web.prot=1           | --set web.prot: not a known key (did you mean web.port?)",
        "prot=1               | --set prot: not a known key",
        "sources.0.url=x      | --set sources.0.url: not a known key",
        "web.port             | --set web.port: needs a value, as in --set web.port=…",
        "web.port=many        | --set web.port: 'many' is not a whole number",
        "zone=Europe/Berln    | --set zone: 'Europe/Berln' is not a time zone, such as UTC or"
            + " Europe/Berlin (did you mean Europe/Berlin?)",
        "admins=telegram:1    | --set admins: takes a list, not a single value",
        "admins=[ ann ]       | --set admins: 'ann' is not a person, such as telegram:501 or"
            + " slack:U1; /start shows a person's own id",
        "local={ enabeld: 1 } | --set local: not a known key (did you mean enabled?)",
        "web.hosts=[ a        | --set web.hosts: the bracket that opens here is not closed, or a"
            + " comma is missing",
        "names=nams.yml       | --set names: the file 'nams.yml': there is no such file (did you"
            + " mean names.yml?)",
      })
  void a_wrong_override_names_itself(String override, String problem) {
    assertThat(Configs.problems(FILE, override)).containsExactly(problem);
  }

  @Test
  void overrides_come_after_the_files_in_what_is_told() {
    Path bad = Path.of("src/test/resources/config/bad/zone-unknown.yml");

    assertThat(Configs.problems(bad, "web.port=x").getLast()).startsWith("--set web.port: ");
  }
}
