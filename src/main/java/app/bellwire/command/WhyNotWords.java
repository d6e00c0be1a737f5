package app.bellwire.command;

import app.bellwire.alert.Headline;
import app.bellwire.alert.Reason;
import app.bellwire.article.Article;
import app.bellwire.chat.Address;
import app.bellwire.chat.RichText;
import app.bellwire.command.Nearest.Found;
import app.bellwire.command.Nearest.Near;
import app.bellwire.command.Nearest.Offer;
import app.bellwire.command.SourceProbe.Probe;
import app.bellwire.deliver.Delivery;
import app.bellwire.ledger.ChatEntry;
import app.bellwire.ledger.Outcome;
import app.bellwire.match.Hit;
import app.bellwire.query.Parts;
import app.bellwire.subscription.Owner;
import app.bellwire.subscription.Subscription;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// The words of `/whynot`. Pure.
final class WhyNotWords {
  static final String EMPTY =
      "Which report? Send its link, for example: /whynot https://example.org/news/1";
  static final String UNDECIDED =
      ", and could not be decided: the program met an error, which stands in its log.";
  static final String UNKNOWN = "Why it did not come is not known any more.";
  static final String REPEATED = "It repeats a report that was read before and said nothing new.";
  static final String OF_THE_OTHER = "What became of that one:\n";
  static final String OLD = "What was read more than 30 days ago is not kept.";

  private static final Collector<CharSequence, ?, String> SEMICOLONS = Collectors.joining("; ");

  private static final Duration LONGEST_HELD = Duration.ofDays(366);
  private static final int TYPED = 60;
  private static final int LABEL = 20;
  private static final int PLACES = 4;

  static final String ADD_SOURCE = "Add as a source";

  private WhyNotWords() {}

  /// What is known of a ruling.
  ///
  /// @param until when what is held comes, or when the mute ends
  /// @param root when the chat was told of the story first
  /// @param position of the report in its story, from 1; 0 for not known
  /// @param labels of the subscriptions it concerned, as far as they live
  record Facts(
      ChatEntry entry,
      When when,
      Optional<Instant> until,
      Optional<Instant> root,
      int position,
      List<String> labels) {
    Outcome outcome() {
      return entry.ruling().outcome();
    }

    String at() {
      return when.brief(entry.at());
    }

    /// When what is held comes; none where its end is open.
    Optional<Instant> comes() {
      return until.filter(at -> at.isBefore(when.now().plus(LONGEST_HELD)));
    }
  }

  static String noLink(String typed) {
    return "“"
        + Headline.shortened(typed.strip(), TYPED)
        + "” is not a link. A link begins with https:// and names a site, for example:"
        + " /whynot https://example.org/news/1";
  }

  /// `Read on 28 Jan at 14:03 (TASS)`.
  static String read(Article article, When when) {
    return "Read on "
        + when.day(article.read())
        + " at "
        + when.clock(article.read())
        + " ("
        + article.agency()
        + ")";
  }

  static RichText reason(String word) {
    return RichText.build().text("\nReason: ").code(word).done();
  }

  static String storyTold(String at) {
    return ". Its story was told here at " + at + ".";
  }

  /// One sentence for each reason.
  static RichText sentence(Reason reason, Facts facts) {
    return switch (reason) {
      case FIRST_REPORT -> told(facts);
      case MORE_REPORTS -> RichText.of(joined(facts) + " and said nothing new.");
      case SOMETHING_NEW ->
          RichText.of(joined(facts) + "; what was new came at " + facts.at() + ".");
      case CORRECTED ->
          RichText.of("It corrects the story" + sent(facts) + "; told at " + facts.at() + ".");
      case WITHDRAWN ->
          RichText.of(
              facts.outcome() == Outcome.FILTERED
                  ? "It was withdrawn before it reached this chat."
                  : "It withdraws a report of the story"
                      + sent(facts)
                      + "; told at "
                      + facts.at()
                      + ".");
      case NOTHING_NEW -> RichText.of("It said nothing new to this chat.");
      case ALREADY_TOLD -> RichText.of("This chat had all of it already.");
      case STORY_MUTED -> RichText.of("Its story was muted" + mute(facts) + ".");
      case SUBSCRIPTION_MUTED -> subscriptionMuted(facts);
      case CHAT_MUTED -> RichText.of("All of this chat was muted" + mute(facts) + ".");
      case QUIET_HOURS -> RichText.of(held("Held by quiet hours", facts));
      case COOL_DOWN ->
          RichText.of(held("Held because the story had a follow-up here a moment before", facts));
      case FOLDED ->
          RichText.of(
              joined(facts)
                  + "; that story had its follow-ups of the day here, so only its first message"
                  + " changed.");
      case DIGEST -> RichText.of(held("Held for a digest", facts));
      case PAUSED -> RichText.of(held("Held while this chat is paused, until /resume", facts));
      case DAILY_LIMIT ->
          RichText.of(held("Held by the daily limit: this chat had its alerts of that day", facts));
      case BACKLOG ->
          RichText.of(
              "It was among the older stories of a first look at its source, which came here as"
                  + " one list.");
      case BEFORE_SUBSCRIPTION -> RichText.of("Reported before this chat subscribed.");
      case WAITING_FOR_SOURCES ->
          RichText.of(
              facts.root().isPresent()
                  ? "It waited for a report of another origin; its story was told here at "
                      + facts.when().brief(facts.root().get())
                      + "."
                  : "It waits for a report of another origin, as the subscription asks.");
      case SAMPLE_OUTSIDE_LOCAL ->
          RichText.of(
              "It is invented news of the sample wire, which is told in local chats only. The key"
                  + " sample_to_networks in config/bellwire.yml changes that.");
    };
  }

  private static RichText told(Facts facts) {
    RichText.Builder text =
        RichText.build().text("It was told here at " + facts.at() + " as a new story");
    for (int i = 0; i < facts.labels().size(); i++) {
      text.text(i == 0 ? ", for " : ", ").code(facts.labels().get(i));
    }
    return text.text(".").done();
  }

  private static String joined(Facts facts) {
    String place = facts.position() < 2 ? "" : " as its " + ordinal(facts.position()) + " report";
    return "It joined the story" + sent(facts) + place;
  }

  private static String sent(Facts facts) {
    return facts.root().map(at -> " sent at " + facts.when().brief(at)).orElse("");
  }

  static String ordinal(int n) {
    int tens = n % 100;
    String ending =
        switch (tens > 10 && tens < 14 ? 0 : n % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return Counted.figure(n) + ending;
  }

  private static String mute(Facts facts) {
    String by = facts.entry().ruling().by();
    return (by.isEmpty() ? "" : " by " + by)
        + facts.until().map(at -> " until " + facts.when().brief(at)).orElse("");
  }

  private static RichText subscriptionMuted(Facts facts) {
    RichText.Builder text = RichText.build();
    facts.labels().stream()
        .findFirst()
        .ifPresentOrElse(text::code, () -> text.text("Its subscription"));
    return text.text(" was muted" + mute(facts) + ".").done();
  }

  private static String held(String why, Facts facts) {
    return switch (facts.outcome()) {
      case TOLD -> why + "; told here at " + facts.at() + ".";
      case JOINED -> why + "; told here with its story at " + facts.at() + ".";
      case HELD, MUTED, FILTERED, UNMATCHED, REPEATED, FAILED ->
          why + facts.comes().map(at -> "; comes at " + facts.when().brief(at)).orElse("") + ".";
    };
  }

  /// What keeps a message that was decided from the chat.
  static String undelivered(String network, Delivery delivery) {
    String said = delivery.detail();
    String detail = said == null || said.isEmpty() ? "" : " (" + said + ")";
    int begun = delivery.tries().begun();
    String tries = begun == 0 ? "" : " after " + tries(begun);
    return switch (delivery.state()) {
      case SENT -> "It was sent.";
      case QUEUED, SENDING -> "It waits to be sent to " + network + detail + ".";
      case PARKED -> "It waits until this chat takes messages again" + detail + ".";
      case UNCERTAIN ->
          "The answer of " + network + " was lost" + detail + "; it may have come or not.";
      case FAILED -> network + " did not take it" + tries + detail + ".";
      case WITHDRAWN -> "It was taken back before it was sent" + detail + ".";
      case EXPIRED -> "It could not be sent in time and was given up" + tries + detail + ".";
    };
  }

  private static String tries(int attempts) {
    return Counted.of(attempts, "try", "tries");
  }

  static String network(String network) {
    return switch (network) {
      case Address.TELEGRAM -> "Telegram";
      case Address.SLACK -> "Slack";
      default -> "The chat";
    };
  }

  /// A subscription has all it asks for now, and had not when the report was read.
  static RichText asked(Subscription subscription, boolean before) {
    if (before) {
      return RichText.of(". Reported before this chat subscribed.");
    }
    return RichText.build()
        .text(", not sent here. It has what ")
        .code(subscription.text())
        .text(" asks for now; when it was read, the words or the spellings of names were others.")
        .done();
  }

  static String nothingOf(int subscriptions) {
    return switch (subscriptions) {
      case 0 -> ", not sent here: nothing is watched here. Type words to begin.";
      case 1 -> ", not sent here. It has nothing of what the one subscription here asks for.";
      default ->
          ", not sent here. It has nothing of what the "
              + Counted.figure(subscriptions)
              + " subscriptions here ask for.";
    };
  }

  static RichText near(Near near) {
    RichText.Builder text = RichText.build().text(", not sent here. Nearest: ");
    text.text(near.subscription().owner() instanceof Owner.InConfig ? Replies.LOCK : "");
    text.code(near.subscription().text());
    text.text("\nfound: " + near.found().stream().map(WhyNotWords::found).collect(SEMICOLONS));
    if (!near.missing().isEmpty()) {
      text.text("\nmissing: " + near.missing().stream().map(Parts::words).collect(SEMICOLONS));
    }
    if (!near.unwanted().isEmpty()) {
      String words = near.unwanted().stream().map(Parts::words).collect(SEMICOLONS);
      text.text("\nleft out because of: " + words);
    }
    return text.done();
  }

  private static String found(Found found) {
    List<Integer> at =
        found.hits().stream()
            .filter(WhyNotWords::inText)
            .map(Hit::paragraph)
            .distinct()
            .sorted()
            .toList();
    String words =
        found.hits().stream()
            .map(hit -> hit.phrase() ? "“" + hit.term() + "”" : hit.term())
            .distinct()
            .collect(Collectors.joining(", "));
    String name = words.isEmpty() ? Parts.words(found.part()) : words;
    return at.isEmpty() ? name : name + ", " + places(at);
  }

  private static boolean inText(Hit hit) {
    return switch (hit.field()) {
      case TITLE, LEDE, BODY -> true;
      case SOURCE, AGENCY, PLACE, LANG, AUTHOR, ABOUT -> false;
    };
  }

  /// `headline`, `paragraphs 1 and 5`, `headline and paragraph 2`.
  static String places(List<Integer> at) {
    List<String> places = new ArrayList<>();
    List<Integer> paragraphs = at.stream().filter(p -> p >= 0).limit(PLACES).toList();
    if (at.getFirst() < 0) {
      places.add("headline");
    }
    if (!paragraphs.isEmpty()) {
      List<String> numbers = paragraphs.stream().map(p -> Integer.toString(p + 1)).toList();
      places.add((numbers.size() == 1 ? "paragraph " : "paragraphs ") + listed(numbers));
    }
    return String.join(places.size() == 2 && paragraphs.size() > 1 ? ", " : " and ", places);
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  static String offer(Offer offer, Duration span) {
    return "\nWith OR "
        + offer.word()
        + " it would have come: "
        + Counted.of(offer.stories(), "story", "stories")
        + " in "
        + PreviewWords.days(Math.max(1, Math.round(span.toHours() / 24.0)))
        + " instead of "
        + Counted.figure(offer.instead())
        + ".";
  }

  static String add(Offer offer) {
    return Headline.shortened("Add OR " + offer.word(), LABEL);
  }

  static String site(String host, int sources) {
    return host
        + (sources == 1
            ? " is not the site of the one source."
            : " is not among the " + Counted.figure(sources) + " sources.")
        + " /sources lists what is read.";
  }

  /// @param lines ready to be pasted
  static RichText addSource(String lines) {
    return RichText.build()
        .text("Put this under ")
        .code("sources:")
        .text(" in config/bellwire.yml, with the address of the site’s feed in place of its page;")
        .text(" no restart is needed.\n")
        .add(new RichText.Block(lines))
        .done();
  }

  static String unread(Probe probe, When when) {
    String name = probe.source().agency().orElse(probe.source().id().value());
    Instant read = probe.state().lastRead();
    return read == null
        ? name + " is a source and has not been read yet."
        : name + " is a source, last read " + when.brief(read) + ", and has not carried this link.";
  }
}
