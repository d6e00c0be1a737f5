package app.bellwire.command;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.command.Command.Length;
import app.bellwire.subscription.Mute.Scope;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandParserTest {
  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("/start", new Command.Start("")),
        Arguments.of("/start sub_x", new Command.Start("sub_x")),
        Arguments.of("/settings", new Command.Settings()),
        Arguments.of("/help", new Command.Help()),
        Arguments.of("/h", new Command.Help()),
        Arguments.of("/sub Arven Tolm", new Command.Look("Arven Tolm")),
        Arguments.of("/SUB Arven", new Command.Look("Arven")),
        Arguments.of("/s Arven", new Command.Look("Arven")),
        Arguments.of("/subscribe Arven", new Command.Look("Arven")),
        Arguments.of("/sub@BellwireBot Arven", new Command.Look("Arven")),
        Arguments.of("/sub", new Command.Look("")),
        Arguments.of("Arven Tolm", new Command.Look("Arven Tolm")),
        Arguments.of("  Arven  ", new Command.Look("Arven")),
        Arguments.of("\"water treaty\" -sport", new Command.Look("\"water treaty\" -sport")),
        Arguments.of("/try Arven", new Command.Try("Arven")),
        Arguments.of("/t Arven", new Command.Try("Arven")),
        Arguments.of("/edit Arven", new Command.Edit("Arven")),
        Arguments.of("/unsub", new Command.Unsub("")),
        Arguments.of("/remove Arven", new Command.Unsub("Arven")),
        Arguments.of("/list", new Command.Listing("")),
        Arguments.of("/list @deskwire", new Command.Listing("@deskwire")),
        Arguments.of("/ls", new Command.Listing("")),
        Arguments.of("/mute", silence(null, null)),
        Arguments.of("/mute 2h", silence(null, new Length.For(Duration.ofHours(2)))),
        Arguments.of(
            "/mute story 30 min", silence(Scope.EVENT, new Length.For(Duration.ofMinutes(30)))),
        Arguments.of("/mute chat 3 days", silence(Scope.CHAT, new Length.For(Duration.ofDays(3)))),
        Arguments.of(
            "/m story until 08:00", silence(Scope.EVENT, new Length.Until(LocalTime.of(8, 0)))),
        Arguments.of("/mute story until 28:00", new Command.Unclocked()),
        Arguments.of("/mute until 10pm", silence(null, new Length.Until(LocalTime.of(22, 0)))),
        Arguments.of(
            "/mute Arven Tolm 2h",
            silence(null, "Arven Tolm", new Length.For(Duration.ofHours(2)))),
        Arguments.of("/mute subscription Arven", silence(Scope.SUBSCRIPTION, "Arven", null)),
        Arguments.of("/mute subscription", silence(Scope.SUBSCRIPTION, null)),
        Arguments.of("/unmute", new Command.Unmute()),
        Arguments.of("/why", new Command.Why()),
        Arguments.of("/w", new Command.Why()),
        Arguments.of("/sources", new Command.Sources()),
        Arguments.of("/status", new Command.Status()),
        Arguments.of("/export", new Command.Export()),
        Arguments.of("/whynot https://a.example/1", new Command.WhyNot("https://a.example/1")),
        Arguments.of("/wn a.example/1 now", new Command.WhyNot("a.example/1 now")),
        Arguments.of("/whynot", new Command.WhyNot("")),
        Arguments.of("/digest 08:00,18:00", new Command.Digest("08:00,18:00")),
        Arguments.of("/d Arven off", new Command.Digest("Arven off")),
        Arguments.of("/QUIET 22:00–07:00", new Command.Quiet("22:00–07:00")),
        Arguments.of("/q", new Command.Quiet("")),
        Arguments.of("/zone new york", new Command.Zone("new york")),
        Arguments.of("/tz", new Command.Zone("")),
        Arguments.of("/pause", new Command.Pause()),
        Arguments.of("/r", new Command.Resume()),
        Arguments.of("/bellwire quiet off", new Command.Quiet("off")),
        Arguments.of("/forgetme", new Command.ForgetMe()),
        Arguments.of("/MYDATA", new Command.MyData()),
        Arguments.of("/resend", new Command.Resend(false)),
        Arguments.of("/drop ALL", new Command.Drop(true)),
        Arguments.of("/import", new Command.Import("")),
        Arguments.of(
            "/import\nsubscriptions:\n  - query: a\n",
            new Command.Import("subscriptions:\n  - query: a")),
        Arguments.of("/bellwire sub Arven", new Command.Look("Arven")),
        Arguments.of("/bellwire list", new Command.Listing("")),
        Arguments.of("/bellwire Arven Tolm", new Command.Look("Arven Tolm")),
        Arguments.of("/bellwire", new Command.Help()),
        Arguments.of("https://norda.example/9", new Command.Link("https://norda.example/9")),
        Arguments.of("what did Idris say?", new Command.Question("what did Idris say?")),
        Arguments.of(
            "I would like to hear of the river talks",
            new Command.Question("I would like to hear of the river talks")),
        Arguments.of("a b c d e f g h OR i", new Command.Look("a b c d e f g h OR i")),
        Arguments.of("", new Command.Nothing()),
        Arguments.of(" \n ", new Command.Nothing()),
        Arguments.of("/subscibe Arven", unknown("/subscibe", "/sub", "Arven")),
        Arguments.of("/lsit", unknown("/lsit", "/list", "")),
        Arguments.of("/xyzzyx", unknown("/xyzzyx", null, "")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void reads(String line, Command expected) {
    assertThat(CommandParser.parse(line)).isEqualTo(expected);
  }

  @Test
  void aVeryLongLineIsNotRead() {
    assertThat(CommandParser.parse("x".repeat(4097))).isEqualTo(new Command.TooLong(4097));
  }

  @Test
  void aQuestionKeepsItsNamesAndWords() {
    assertThat(Prose.words("what did Halvorsen tell Idris about the wells yesterday?"))
        .isEqualTo("Halvorsen Idris wells");
  }

  private static Command silence(@Nullable Scope what, @Nullable Length length) {
    return silence(what, "", length);
  }

  private static Command silence(@Nullable Scope what, String words, @Nullable Length length) {
    return new Command.Silence(Optional.ofNullable(what), words, Optional.ofNullable(length));
  }

  private static Command unknown(String typed, @Nullable String meant, String rest) {
    return new Command.Unknown(typed, Optional.ofNullable(meant), rest);
  }

  @Test
  void theHelpNamesEveryCommand() {
    Set<String> verbs = new TreeSet<>(CommandParser.verbs());
    verbs.removeAll(Set.of("start", "help"));
    String help = Replies.helpAll().plain();
    assertThat(verbs).allSatisfy(verb -> assertThat(help).containsPattern("/" + verb + "\\b"));
  }
}
