package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// The command line as scripts use it: what is printed where, and the exit code.
class CommandLineTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int bellwire(String... arguments) {
    CommandLine line = Main.commandLine(new Main());
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  private String articles;

  @BeforeEach
  void write() throws IOException {
    articles =
        file(
            "articles.jsonl",
            """
            {"id":"a","title":"Arven and Tolm resume talks","text":"The water treaty is open.","published":"2031-03-04T10:00:00Z","agency":"Norda"}

            {"id":"b","title":"Geese","text":"A fair of geese in Lunden."}
            """);
  }

  @Test
  void matchNamesTheQueriesThatFindEachArticle() throws IOException {
    String queries =
        file(
            "queries.jsonl",
            """
            {"id":"treaty","query":"\\"water treaty\\""}
            {"id":"talks","query":"title:talks"}
            {"id":"fair","query":"geese Lunden"}
            """);
    assertThat(bellwire("match", "--queries", queries, articles, "--json")).isZero();
    assertThat(lines())
        .containsExactly(
            "{\"id\":\"a\",\"matches\":[\"treaty\",\"talks\"]}",
            "{\"id\":\"b\",\"matches\":[\"fair\"]}");
    assertThat(err.toString()).isEmpty();
  }

  /// With the model itself.
  @Test
  void matchFindsByMeaning() {
    assertThat(bellwire("match", "--query", "about:\"negotiations between two states\"", articles))
        .isZero();
    assertThat(lines()).hasSize(2).last().isEqualTo("b: ");
  }

  @Test
  void scoreAboutMeasuresHowWellHeadlinesFindTheirStory() throws IOException {
    String labelled =
        file(
            "labelled.jsonl",
            """
            {"id":"a","story":"1","title":"Arven and Tolm resume talks","text":"Both sides came back to the table on Monday to speak about the water treaty."}
            {"id":"b","story":"1","title":"Negotiators of Tolm and Arven meet again","text":"Talks on sharing the river's water went on after a break of two months."}
            {"id":"c","story":"2","title":"Geese fair in Lunden","text":"Farmers of the region showed four hundred geese at the fair on Sunday."}
            {"id":"d","story":"2","text":"Lunden's goose market drew a record number of visitors this year."}
            """);

    assertThat(bellwire("score", "about", labelled)).isZero();
    assertThat(out.toString())
        .contains("4 articles, 2 stories, model bge-small-en-v1.5-q")
        .contains("the title of 3 articles, the first sentence (6 to 25 words) of 1 without")
        .contains("queries   4")
        .contains("MAP       1.000")
        .contains("best F1   F1 1.000");
  }

  @Test
  void scoreAboutNeedsToKnowWhatBelongsTogether() {
    assertThat(bellwire("score", "about", articles)).isEqualTo(2);
    assertThat(err.toString()).contains("articles.jsonl:1: \"story\" is missing");
  }

  @Test
  void matchTakesOneQuery() {
    assertThat(bellwire("match", "--query", "geese", articles)).isZero();
    assertThat(lines()).containsExactly("a: ", "b: query");
  }

  @Test
  void replayTellsWhatWouldHaveBeenDecided() {
    assertThat(bellwire("replay", "--query", "treaty", articles, "--json")).isZero();
    String event = "\"event\":\"\\d+\",\"storyline\":\"\\d+\",";
    assertThat(lines()).hasSize(2);
    assertThat(lines().getFirst())
        .matches(
            "\\{\"id\":\"a\","
                + event
                + "\"summary\":\"The water treaty is open\\.\","
                + "\"new\":\\[\"The water treaty is open\\.\"],"
                + "\"decisions\":\\[\\{\"subscription\":\"query\",\"decision\":\"send\","
                + "\"reason\":\"first_report\"}]}");
    assertThat(lines().getLast()).matches("\\{\"id\":\"b\"," + event + ".*\"decisions\":\\[]}");
  }

  @Test
  void replayNeedsNoQuery() {
    assertThat(bellwire("replay", articles)).isZero();
    assertThat(out.toString()).startsWith("a: event ").contains("b: event ");
  }

  @Test
  void readShowsAFeedAsItIsUnderstood() throws IOException {
    String feed =
        file(
            "feed.xml",
            """
            <rss version="2.0"><channel><title>Norda</title><link>https://norda.example/</link>
            <item><guid>n1</guid><title>Geese &amp; more</title><link>https://norda.example/1</link>
            <pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate><author>I. Idris</author>
            <description>&lt;p&gt;A &lt;b&gt;fair&lt;/b&gt;.&lt;/p&gt;</description></item>
            </channel></rss>
            """);
    assertThat(bellwire("read", feed, "--json")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " ").strip())
        .isEqualTo(
            """
            { "kind" : "rss", "title" : "Norda", "link" : "https://norda.example/", "items" : [ \
            { "id" : "n1", "title" : "Geese & more", "link" : "https://norda.example/1", \
            "published" : "2031-03-04T10:00:00Z", "updated" : null, "authors" : [ "I. Idris" ], \
            "summary" : "A fair.", "content" : "" } ] }\
            """);
  }

  @Test
  void readSaysWhatIsNoFeed() throws IOException {
    assertThat(bellwire("read", file("empty.xml", ""))).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("empty.xml");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(bellwire("match", "--query", "geese", "no-such.jsonl")).isEqualTo(1);
    assertThat(err.toString()).contains("no-such.jsonl");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"c\"}|wrong.jsonl:2: \"text\" is missing",
        "{\"text\":\"t\"}|wrong.jsonl:2: \"id\" is missing",
        "[1]|wrong.jsonl:2: not a JSON object",
        "{\"id\"|wrong.jsonl:2: not JSON",
        "{\"id\":\"c\",\"text\":\"t\",\"published\":\"noon\"}|wrong.jsonl:2: \"published\" is not",
      })
  void aWrongLineIsNamedByFileAndLine(String line, String said) throws IOException {
    String wrong = file("wrong.jsonl", "{\"id\":\"a\",\"text\":\"t\"}\n" + line + "\n");
    for (String command : List.of("match", "replay")) {
      assertThat(bellwire(command, "--query", "geese", wrong)).as(command).isEqualTo(2);
      assertThat(err.toString()).contains(said);
      err.getBuffer().setLength(0);
    }
  }

  @Test
  void aWrongQueryIsShownWithItsPlace() throws IOException {
    String queries = file("queries.jsonl", "{\"id\":\"q\",\"query\":\"geese AND (\"}\n");
    assertThat(bellwire("match", "--queries", queries, articles)).isEqualTo(2);
    assertThat(err.toString()).contains("queries.jsonl:1:").contains("geese AND (").contains("^");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "runn", "match", "read", "check --sett a=b", "replay --json", "match --query"})
  void wrongArgumentsAreTwo(String arguments) {
    assertThat(bellwire(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isNotBlank();
  }

  @Test
  void helpAndVersionAreFine() {
    assertThat(bellwire("--help")).isZero();
    assertThat(out.toString()).contains("run", "once", "check", "read", "match", "replay");
    assertThat(bellwire("--version")).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Nested
  class Check {
    @Test
    void aGoodConfigurationIsFine() throws IOException {
      String config =
          file("bellwire.yml", "sources: [ { id: norda, url: \"https://norda.example/\" } ]\n");
      assertThat(bellwire("check", "--config", config)).isZero();
      assertThat(out.toString()).contains("bellwire.yml is fine").contains("0 subscriptions");
    }

    @Test
    void whoAsksForMeaningIsNotedWhileNothingReadsIt() throws IOException {
      String config =
          file(
              "bellwire.yml",
              """
              sources: [ { id: sample, url: "sample:wires" } ]
              subscriptions:
                - { id: grain, query: 'about:"grain exports"', to: local:desk }
              """);
      assertThat(bellwire("check", "--config", config)).isZero();
      assertThat(out.toString())
          .contains(
              "bellwire.yml:3: 'query': about: needs story.embeddings: on; until then 'grain'"
                  + " hears what its other words find");

      out.getBuffer().setLength(0);
      assertThat(bellwire("check", "--config", config, "--set", "story.embeddings=on")).isZero();
      assertThat(out.toString()).doesNotContain("about:");
    }

    @Test
    void everyProblemIsListedWithFileAndLine() throws IOException {
      String config =
          file(
              "bellwire.yml",
              """
              zon: UTC
              sources: [ { id: norda, url: "https://norda.example/" } ]
              limits: { alerts_per_day: many }
              """);
      assertThat(bellwire("check", "--config", config)).isEqualTo(2);
      assertThat(lines()).hasSize(2);
      assertThat(lines().get(0)).contains("bellwire.yml:1: ").contains("zone");
      assertThat(lines().get(1)).contains("bellwire.yml:3: ").contains("alerts_per_day");
    }

    @Test
    void aKeyCanBeSetOnTheCommandLine() throws IOException {
      String config =
          file("bellwire.yml", "sources: [ { id: norda, url: \"https://norda.example/\" } ]\n");
      assertThat(bellwire("check", "--config", config, "--set", "web.port=18080")).isZero();
      assertThat(bellwire("check", "--config", config, "--set", "web.port=many")).isEqualTo(2);
      assertThat(bellwire("check", "--config", config, "--set", "web.prt=1")).isEqualTo(2);
      assertThat(out.toString()).contains("web.port").contains("prt");
    }

    @Test
    void aMissingConfigurationIsWrong() {
      String config = folder.resolve("none.yml").toString();
      assertThat(bellwire("check", "--config", config)).isEqualTo(2);
      assertThat(bellwire("once", "--config", config)).isEqualTo(2);
      assertThat(out.toString()).contains("none.yml");
      assertThat(err.toString()).contains("none.yml");
    }
  }
}
