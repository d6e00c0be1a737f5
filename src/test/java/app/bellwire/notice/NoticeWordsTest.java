package app.bellwire.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.NetworkCondition;
import app.bellwire.chat.NetworkCondition.Kind;
import app.bellwire.fake.Golden;
import app.bellwire.fake.Shown;
import app.bellwire.notice.Condition.ChangeRefused;
import app.bellwire.notice.Condition.ChangeRefused.Problem;
import app.bellwire.notice.Condition.ChangeWaits;
import app.bellwire.notice.Condition.ChangeWaits.Ended;
import app.bellwire.notice.Condition.ChatParked;
import app.bellwire.notice.Condition.MeaningUnread;
import app.bellwire.notice.Condition.NetworkTrouble;
import app.bellwire.notice.Condition.SourceFails;
import app.bellwire.notice.Condition.TopicLost;
import app.bellwire.notice.NoticeWords.Choice;
import app.bellwire.text.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The day of the script: Wednesday 16 February 2022 in Berlin.
class NoticeWordsTest {
  private static Instant clock(String time) {
    return Instant.parse("2022-02-16T" + time + ":00+01:00");
  }

  private static When when() {
    return new When(ZoneId.of("Europe/Berlin"), true, clock("15:00"));
  }

  private static void begins(String key, Condition condition) {
    String text = Shown.text(NoticeWords.text(condition, condition.since(), when()));
    Golden.check("notice", key, text + rows(condition));
  }

  private static String rows(Condition condition) {
    return NoticeWords.choices(condition).stream()
        .map(NoticeWordsTest::row)
        .collect(Collectors.joining());
  }

  private static String row(List<Choice> row) {
    return row.stream()
        .map(choice -> "[" + choice.label() + "]")
        .collect(Collectors.joining(" ", "\n", ""));
  }

  private static void ends(String key, Condition condition, Ending ending) {
    Notice notice = Notice.first(1, condition, condition.since());
    Golden.check("notice", key, Shown.text(NoticeWords.over(notice, ending, when())));
  }

  private static SourceFails source(int fine, int failing) {
    return new SourceFails(
        "tass",
        "TASS",
        clock("09:14"),
        new SourceFails.Looks(9, "the server answers 503", clock("09:58")),
        new SourceFails.Others(fine, failing),
        "config/bellwire.yml");
  }

  private static ChatParked chat(String network, String detail, int waiting) {
    return new ChatParked(new ChatId(7), network + ":C1", network, clock("08:20"), detail, waiting);
  }

  private static NetworkTrouble network(Kind kind, String detail, int waiting) {
    return new NetworkTrouble(
        new NetworkCondition("telegram", kind, clock("14:02"), detail), waiting);
  }

  @Test
  void aSource() {
    begins("admin.source", source(13, 0));
    ends("admin.source.over", source(13, 0), new Ending.ReadAgain("TASS", clock("10:31")));
    ends("admin.source.removed", source(13, 0), new Ending.SourceRemoved("tass", clock("10:31")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | 503.",
        "1 | 0 | 503. The other source is fine.",
        "1 | 1 | 503. 1 other source fails too, 1 is fine.",
        "9 | 2 | 503. 2 other sources fail too, 9 are fine.",
        "0 | 2 | 503. 2 other sources fail too.",
      })
  void theOtherSources(int fine, int failing, String expected) {
    Condition condition = source(fine, failing);
    assertThat(Shown.text(NoticeWords.text(condition, condition.since(), when())))
        .contains(expected + "\nBellwire");
  }

  private static ChangeRefused refused(int problems) {
    return new ChangeRefused(clock("14:02"), problems(problems), clock("11:47"));
  }

  private static List<Problem> problems(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Problem(
                    "config/subscriptions.yml",
                    12 + i,
                    i % 2 == 0 ? "'qury' is not a known key" : "'to' names no chat",
                    i % 2 == 0 ? "query" : ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1 |", "2 | [Show both]", "3 | [Show all 3]", "1204 | [Show all 1,204]"})
  void theProblemsAreOfferedByTheirNumber(int problems, @Nullable String row) {
    assertThat(rows(refused(problems)).strip()).isEqualTo(row == null ? "" : row);
  }

  @Test
  void allProblemsAreShown() {
    List<Problem> problems = new ArrayList<>(problems(2));
    problems.add(new Problem("--set web.port", 0, "'x' is no number", ""));
    Golden.check("notice", "admin.config.all", Shown.text(ChangeWords.problems(problems, "14:02")));
  }

  @Test
  void whatWouldEndIsShown() {
    Golden.check("notice", "admin.mass.all", Shown.text(ChangeWords.ends(ended(4), "14:02")));
  }

  private static List<Ended> ended(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new Ended("treaty-" + i, "telegram:-100" + i))
        .toList();
  }

  @Test
  void aListIsNoLongerThanAMessageAndSaysWhatIsLeftOut() {
    String ended = ChangeWords.ends(ended(2_000), "14:02").plain();
    assertThat(ended)
        .hasSizeLessThan(3_500)
        .startsWith("2,000 subscriptions end with the change of 14:02:\n");
    long shown = ended.lines().filter(line -> line.startsWith("treaty-")).count();
    assertThat(ended).endsWith("\nand %,d more.".formatted(2_000 - shown));

    List<Problem> endless = List.of(new Problem("a".repeat(9_000), 1, "b", "c".repeat(9_000)));
    assertThat(ChangeWords.problems(endless, "14:02").plain()).hasSizeLessThan(400);
    assertThat(ChangeWords.problems(problems(2_000), "14:02").plain())
        .hasSizeLessThan(3_500)
        .endsWith(" more. ./bellwire check names them all.");
  }

  @Test
  void aChangeThatIsRefused() {
    ChangeRefused refused = refused(2);
    begins("admin.config", refused);
    begins("admin.config.one", refused(1));
    ends("admin.config.over", refused, new Ending.Taken(clock("14:05"), 1, 2, 0));
    ends("admin.config.waits", refused, new Ending.Waits(clock("14:05")));
  }

  @Test
  void aChangeThatWaits() {
    ChangeWaits waits = new ChangeWaits(clock("14:02"), clock("15:02"), 212, 230);
    begins("admin.mass", waits);
    ends("admin.mass.over", waits, new Ending.Taken(clock("15:02"), 0, 0, 212));
    ends("admin.mass.kept", waits, new Ending.TurnedDown(clock("14:20")));
    ends("admin.mass.replaced", waits, new Ending.Replaced(clock("14:20")));
  }

  @Test
  void aTopic() {
    TopicLost lost = new TopicLost("telegram:-1001/7", clock("14:02"));
    begins("admin.topic", lost);
    ends("admin.topic.over", lost, new Ending.TopicBack(lost.topic(), clock("15:00")));
    ends("admin.topic.left", lost, new Ending.TopicLeft(lost.topic(), clock("15:00")));
  }

  @Test
  void meaningThatNobodyReads() {
    MeaningUnread off = new MeaningUnread(clock("14:02"), "story.embeddings: on", 3);
    MeaningUnread broken =
        new MeaningUnread(clock("14:02"), "a model that runs here: it does not load", 1);
    begins("admin.meaning", off);
    begins("admin.meaning.one", broken);
    ends("admin.meaning.over", off, new Ending.MeaningSettled(true, clock("15:00")));
    ends("admin.meaning.left", off, new Ending.MeaningSettled(false, clock("15:00")));
  }

  @Test
  void aChat() {
    begins("admin.chat", chat("slack", "not_in_channel", 7));
    begins("admin.chat.empty", chat("slack", "is_archived", 0));
    ends("admin.chat.over", chat("slack", "", 7), new Ending.ChatBack("slack:C1", clock("09:05")));
    ends("admin.chat.left", chat("slack", "", 7), new Ending.ChatLeft("slack:C1", clock("09:05")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Forbidden: bot was blocked by the user | it comes back by itself when they write.",
        "Forbidden: user is deactivated | The account was closed. Drop what waits.",
        "Forbidden: bot was kicked from the supergroup chat | To fix: add the bot again, then",
        "Forbidden: bot is not a member of the channel chat | To fix: add the bot again, then",
        "Bad Request: not enough rights to send text messages | To fix: give the bot the right to"
            + " send",
        "is_archived | To fix: bring the channel back from the archive, then press Resume.",
        "not_in_channel | To fix: /invite @Bellwire in that channel, then press Resume.",
        "channel_not_found | /invite @Bellwire there, then press Resume. If it was deleted, drop",
        "channel_deleted | The channel was deleted. Drop what waits.",
        "messages_tab_disabled | To fix: turn on the Messages tab under App Home of the Slack app,",
        "restricted_action_read_only_channel | To fix: let apps post in that channel",
        "ekm_access_denied | To fix: an admin of the workspace lets its keys be used again, then",
        "something new | To fix: put that right there, then press Resume.",
      })
  void theFixGoesByWhatTheNetworkSaid(String detail, String fix) {
    Condition condition = chat("telegram", detail, 1);
    assertThat(Shown.text(NoticeWords.text(condition, condition.since(), when()))).contains(fix);
  }

  @Test
  void aNetwork() {
    NetworkTrouble token = network(Kind.TOKEN_REFUSED, "401", 23);
    begins("admin.token", token);
    ends("admin.token.over", token, new Ending.NetworkWell("telegram", clock("14:40")));
    NetworkTrouble two = network(Kind.SECOND_POLLER, "409", 0);
    begins("admin.two", two);
    ends("admin.two.over", two, new Ending.NetworkWell("telegram", clock("14:40")));
    NetworkTrouble away = network(Kind.NOT_REACHED, "no route to host", 1);
    begins("admin.network", away);
    ends("admin.network.over", away, new Ending.NetworkWell("telegram", clock("14:40")));
  }

  @Test
  void aScopeThatIsMissingIsNamed() {
    String detail = "missing_scope, needs chat:write";
    NetworkTrouble trouble =
        new NetworkTrouble(
            new NetworkCondition("slack", Kind.TOKEN_REFUSED, clock("14:02"), detail), 0);
    assertThat(Shown.text(NoticeWords.text(trouble, trouble.since(), when())))
        .contains("(missing_scope, needs chat:write)")
        .contains("To fix: add that scope to the app");
  }

  @ParameterizedTest
  @CsvSource({
    "10, 1 min",
    "300, 5 min",
    "3600, 1 h",
    "4620, 1 h 17 min",
    "172800, 2 days",
    "180000, 2 days 2 h"
  })
  void lengths(long seconds, String expected) {
    Condition condition = chat("slack", "", 7);
    Notice notice = Notice.first(1, condition, condition.since());
    Ending ending = new Ending.ChatBack("c", condition.since().plusSeconds(seconds));
    assertThat(NoticeWords.over(notice, ending, when()).plain())
        .endsWith(", after " + expected + ".");
  }
}
