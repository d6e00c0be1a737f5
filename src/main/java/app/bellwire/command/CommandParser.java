package app.bellwire.command;

import app.bellwire.command.Command.Length;
import app.bellwire.subscription.Mute;
import app.bellwire.subscription.Timing;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a typed line. Pure; never throws.
///
///     line  := "/" verb ["@" bot] [rest] | "/bellwire" [verb] [rest] | words
///     verb  := long or short form, in any case
///     words := a link | prose | words to watch for
public final class CommandParser {
  /// The longest line that is read, in UTF-16 units.
  public static final int LONGEST = 4096;

  private static final int WORDS_OF_PROSE = 8;
  private static final int TYPING_SLIPS = 2;
  private static final Pattern SLASH =
      Pattern.compile("/([\\p{L}\\p{N}_-]+)(?:@\\S+)?(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("(?i)https?://\\S+");
  private static final Pattern OPERATOR =
      Pattern.compile("\\b(?:AND|OR|NOT|NEAR|BEFORE)\\b|[\"“”„«»()*=:]|(?:^|\\s)[-–—](?=\\S)");
  private static final Pattern SPAN =
      Pattern.compile("\\b(\\d{1,4})\\s*(m|min|minutes?|h|hours?|d|days?|w|weeks?)$");
  private static final Pattern UNTIL = Pattern.compile("(?i)\\buntil\\b\\s*(.*)$");

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("s", "sub"),
          Map.entry("subscribe", "sub"),
          Map.entry("add", "sub"),
          Map.entry("t", "try"),
          Map.entry("e", "edit"),
          Map.entry("change", "edit"),
          Map.entry("u", "unsub"),
          Map.entry("unsubscribe", "unsub"),
          Map.entry("remove", "unsub"),
          Map.entry("l", "list"),
          Map.entry("ls", "list"),
          Map.entry("m", "mute"),
          Map.entry("um", "unmute"),
          Map.entry("w", "why"),
          Map.entry("wn", "whynot"),
          Map.entry("src", "sources"),
          Map.entry("st", "status"),
          Map.entry("d", "digest"),
          Map.entry("digests", "digest"),
          Map.entry("q", "quiet"),
          Map.entry("z", "zone"),
          Map.entry("tz", "zone"),
          Map.entry("timezone", "zone"),
          Map.entry("data", "mydata"),
          Map.entry("forget", "forgetme"),
          Map.entry("p", "pause"),
          Map.entry("r", "resume"),
          Map.entry("h", "help"),
          Map.entry("commands", "help"));
  private static final Set<String> VERBS =
      Set.of(
          "start",
          "help",
          "sub",
          "edit",
          "unsub",
          "list",
          "settings",
          "try",
          "mute",
          "unmute",
          "why",
          "whynot",
          "sources",
          "status",
          "export",
          "digest",
          "quiet",
          "zone",
          "pause",
          "resume",
          "mydata",
          "resend",
          "drop",
          "forgetme",
          "import");

  private CommandParser() {}

  /// The names of all commands, without the slash and without their short forms.
  public static Set<String> verbs() {
    return VERBS;
  }

  /// Whether the line is meant as a command, known or not.
  static boolean command(String text) {
    return SLASH.matcher(text.strip()).matches();
  }

  /// Whether the command names the bot it is meant for.
  static boolean addressed(String text) {
    return text.strip().split("\\s", 2)[0].contains("@");
  }

  public static Command parse(String text) {
    String line = text.strip();
    if (line.length() > LONGEST) {
      return new Command.TooLong(line.length());
    }
    if (line.isEmpty()) {
      return new Command.Nothing();
    }
    Matcher slash = SLASH.matcher(line);
    return slash.matches() ? verb(slash.group(1), rest(slash.group(2))) : words(line);
  }

  private static String rest(String found) {
    return found == null ? "" : found.strip();
  }

  private static Command verb(String typed, String rest) {
    String verb = longForm(typed);
    if (verb.equals("bellwire")) {
      return afterName(rest);
    }
    return switch (verb) {
      case "start" -> new Command.Start(rest);
      case "help" -> new Command.Help();
      case "sub" -> new Command.Look(rest);
      case "try" -> new Command.Try(rest);
      case "edit" -> new Command.Edit(rest);
      case "unsub" -> new Command.Unsub(rest);
      case "list" -> new Command.Listing(rest);
      case "settings" -> new Command.Settings();
      case "mute" -> mute(rest);
      case "unmute" -> new Command.Unmute();
      case "why" -> new Command.Why();
      case "whynot" -> new Command.WhyNot(rest);
      case "sources" -> new Command.Sources();
      case "status" -> new Command.Status();
      case "export" -> new Command.Export();
      case "digest" -> new Command.Digest(rest);
      case "quiet" -> new Command.Quiet(rest);
      case "zone" -> new Command.Zone(rest);
      case "resend" -> new Command.Resend(rest.equalsIgnoreCase("all"));
      case "drop" -> new Command.Drop(rest.equalsIgnoreCase("all"));
      case "mydata" -> new Command.MyData();
      case "forgetme" -> new Command.ForgetMe();
      case "import" -> new Command.Import(rest);
      case "pause" -> new Command.Pause();
      case "resume" -> new Command.Resume();
      default -> new Command.Unknown("/" + typed, nearest(verb), rest);
    };
  }

  /// What follows the one name that Slack knows: a verb, or words.
  private static Command afterName(String rest) {
    if (rest.isEmpty()) {
      return new Command.Help();
    }
    String first = longForm(rest.split("\\s+", 2)[0]);
    return VERBS.contains(first) ? parse("/" + rest) : words(rest);
  }

  private static String longForm(String typed) {
    String verb = typed.toLowerCase(Locale.ROOT);
    return SHORT.getOrDefault(verb, verb);
  }

  private static Command words(String line) {
    if (LINK.matcher(line).matches()) {
      return new Command.Link(line);
    }
    boolean operators = OPERATOR.matcher(line).find();
    boolean prose = line.endsWith("?") || line.split("\\s+").length > WORDS_OF_PROSE;
    return prose && !operators ? new Command.Question(line) : new Command.Look(line);
  }

  private static Command mute(String typed) {
    String rest = DayTimes.digits(typed);
    Matcher until = UNTIL.matcher(rest);
    if (until.find()) {
      String before = rest.substring(0, until.start()).strip();
      return DayTimes.timing(until.group(1))
              instanceof DayTimes.Typed.Good<Timing>(Timing.Digest(List<LocalTime> times))
          ? silence(before, Optional.of(new Length.Until(times.getFirst())))
          : new Command.Unclocked();
    }
    Matcher span = SPAN.matcher(rest.toLowerCase(Locale.ROOT));
    return span.find()
        ? silence(rest.substring(0, span.start()).strip(), Optional.of(length(span)))
        : silence(rest, Optional.empty());
  }

  private static Command silence(String rest, Optional<Length> length) {
    String[] words = rest.split("\\s+", 2);
    Optional<Mute.Scope> what =
        switch (words[0].toLowerCase(Locale.ROOT)) {
          case "story" -> Optional.of(Mute.Scope.EVENT);
          case "subscription" -> Optional.of(Mute.Scope.SUBSCRIPTION);
          case "chat", "all" -> Optional.of(Mute.Scope.CHAT);
          default -> Optional.empty();
        };
    String named = what.isEmpty() ? rest : words.length > 1 ? words[1] : "";
    return new Command.Silence(what, named, length);
  }

  private static Length length(Matcher span) {
    return new Length.For(span(span));
  }

  private static Duration span(Matcher span) {
    long number = Long.parseLong(span.group(1));
    return switch (span.group(2).charAt(0)) {
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      case 'd' -> Duration.ofDays(number);
      default -> Duration.ofDays(7 * number);
    };
  }

  private static Optional<String> nearest(String verb) {
    return VERBS.stream()
        .filter(known -> Spelling.distance(verb, known) <= TYPING_SLIPS || begins(verb, known))
        .min(
            Comparator.comparingInt((String known) -> Spelling.distance(verb, known))
                .thenComparing(Comparator.naturalOrder()))
        .map(known -> "/" + known);
  }

  /// `/subscibe` is nearer to the long form of `/sub` than to any verb.
  private static boolean begins(String verb, String known) {
    return SHORT.entrySet().stream()
        .anyMatch(
            form ->
                form.getValue().equals(known)
                    && form.getKey().length() > 2
                    && Spelling.distance(verb, form.getKey()) <= TYPING_SLIPS);
  }
}
