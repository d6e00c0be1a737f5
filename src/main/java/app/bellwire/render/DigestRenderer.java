package app.bellwire.render;

import app.bellwire.alert.Alert;
import app.bellwire.alert.AlertVerbs;
import app.bellwire.alert.Digest;
import app.bellwire.alert.Digest.Occasion;
import app.bellwire.article.Article;
import app.bellwire.chat.Action;
import app.bellwire.chat.Button;
import app.bellwire.chat.OutgoingMessage;
import app.bellwire.chat.OutgoingMessage.Placement;
import app.bellwire.chat.OutgoingMessage.Priority;
import app.bellwire.chat.RichText;
import app.bellwire.text.Counted;
import app.bellwire.text.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Turns several alerts into one message, or into more where they are too long for one: cut between
/// stories, each a thread of its own. Pure.
public final class DigestRenderer {
  /// Stories a digest tells at most.
  public static final int MOST = 15;

  /// UTF-16 units of a message's text at most. Telegram takes 4,096.
  public static final int LONGEST = 3_800;

  private static final int NAMED = 3;
  private static final RichText NOTHING = new RichText(List.of());

  private DigestRenderer() {}

  /// The same digest, cut into the messages that it takes as it now stands.
  public static Digest inParts(Digest digest, View view) {
    When when = at(digest, view).when();
    List<Alert> told = digest.stories().subList(0, Math.min(MOST, digest.stories().size()));
    int first = DigestHead.of(digest, when).plain().length();
    int next = DigestHead.again(digest, place(MOST, MOST), when).plain().length();
    int last = end(digest.inParts(List.of(told.size())), at(digest, view)).plain().length();
    return digest.inParts(parts(told, 1, when, new Frame(first, next, last)));
  }

  /// What a message says besides its stories, in UTF-16 units.
  ///
  /// @param first over the first one's
  /// @param next over those of the others
  /// @param last under the last one's
  private record Frame(int first, int next, int last) {
    /// What one story can have.
    int room() {
      return LONGEST - Math.max(first, next) - last;
    }
  }

  private static List<Integer> parts(List<Alert> stories, int number, When when, Frame frame) {
    List<Integer> parts = new ArrayList<>();
    int count = 0;
    int used = frame.first();
    for (int i = 0; i < stories.size(); i++) {
      int line = length(stories.get(i), number + i, when, frame);
      int below = i == stories.size() - 1 ? frame.last() : 0;
      if (count > 0 && used + line + below > LONGEST) {
        parts.add(count);
        count = 0;
        used = frame.next();
      }
      count++;
      used += line;
    }
    parts.add(count);
    return parts;
  }

  private static int length(Alert story, int number, When when, Frame frame) {
    return DigestLines.line(story, number, when, frame.room()).plain().length();
  }

  /// The messages as they are told first, one a part; only the first may sound.
  public static List<OutgoingMessage> render(Digest digest, View view) {
    return IntStream.range(0, digest.parts().size())
        .mapToObj(
            part -> message(digest, part, Placement.POST, part > 0, view).with(Priority.DIGEST))
        .toList();
  }

  /// One message as its stories now stand, as an edit without sound.
  ///
  /// @param part counted from 0
  public static OutgoingMessage edit(Digest digest, int part, View view) {
    return message(digest, part, Placement.EDIT_ROOT, true, view.plain()).with(Priority.CORRECTION);
  }

  /// Edits of the messages whose text is no longer what it was `before`.
  public static List<OutgoingMessage> edits(Digest before, Digest now, View view) {
    View plain = at(now, view.plain());
    return IntStream.range(0, now.parts().size())
        .filter(part -> !text(before, part, plain).equals(text(now, part, plain)))
        .mapToObj(part -> edit(now, part, view))
        .toList();
  }

  /// What a digest has besides the stories that it told, in the same form: at most [#MOST] of them,
  /// in as many texts as they take.
  ///
  /// @param from how many of its stories come before
  public static List<RichText> rest(Digest digest, int from, View view) {
    When when = at(digest, view).when();
    List<Alert> all = digest.stories();
    List<Alert> stories = all.subList(from, Math.min(all.size(), from + MOST));
    RichText more = more(all.size() - from - stories.size(), " " + (from + stories.size() + 1));
    int head = DigestHead.again(digest, "999–999 of 999", when).plain().length();
    List<RichText> texts = new ArrayList<>();
    int number = from + 1;
    List<Integer> parts =
        parts(stories, number, when, new Frame(head, head, more.plain().length()));
    for (int count : parts) {
      boolean last = texts.size() == parts.size() - 1;
      String place = number + "–" + (number + count - 1) + " of " + all.size();
      RichText top = DigestHead.again(digest, count == 1 ? place(number, all.size()) : place, when);
      List<Alert> shown = all.subList(number - 1, number - 1 + count);
      texts.add(framed(top, shown, number, last ? more : NOTHING, when));
      number += count;
    }
    return texts;
  }

  private static OutgoingMessage message(
      Digest digest, int part, Placement placement, boolean silent, View view) {
    View then = at(digest, view);
    return new OutgoingMessage(
        text(digest, part, then),
        last(digest, part) ? Missed.offer(keyboard(digest, view), view) : List.of(),
        digest.thread(part),
        placement,
        silent);
  }

  /// A digest speaks of days and times as when it was made.
  private static View at(Digest digest, View view) {
    return view.at(digest.made());
  }

  private static boolean last(Digest digest, int part) {
    return part == digest.parts().size() - 1;
  }

  private static RichText text(Digest digest, int part, View view) {
    When when = view.when();
    RichText head =
        part == 0
            ? DigestHead.of(digest, when)
            : DigestHead.again(digest, place(part + 1, digest.parts().size()), when);
    RichText end = last(digest, part) ? end(digest, view) : NOTHING;
    return framed(head, digest.part(part), digest.before(part) + 1, end, when);
  }

  private static RichText framed(
      RichText head, List<Alert> stories, int number, RichText end, When when) {
    int room = LONGEST - head.plain().length() - end.plain().length();
    return RichText.build()
        .addAll(head)
        .addAll(DigestLines.of(stories, number, when, room))
        .addAll(end)
        .done();
  }

  private static String place(int number, int all) {
    return number + " of " + all;
  }

  /// What stands under the last story.
  private static RichText end(Digest digest, View view) {
    When when = view.when();
    RichText.Builder text = RichText.build().addAll(more(digest.leftOver().size(), ""));
    next(digest)
        .ifPresent(at -> text.text("\n\nNext digest " + day(at, when) + when.clock(at) + "."));
    return text.text(view.missed().isEmpty() ? "" : "\n" + Missed.line(view)).done();
  }

  /// @param from what the command says besides
  private static RichText more(int stories, String from) {
    String command = " more: /digest more" + from;
    return stories == 0 ? NOTHING : RichText.of("\n\nand " + Counted.figure(stories) + command);
  }

  private static Optional<Instant> next(Digest digest) {
    return digest.occasion() instanceof Occasion.Daily daily ? daily.next() : Optional.empty();
  }

  private static List<List<Button>> keyboard(Digest digest, View view) {
    List<Button> row = new ArrayList<>();
    row.add(press(view, "Mute a story", Action.of(AlertVerbs.MUTE_PICK_STORY, digest.id())));
    switch (digest.occasion()) {
      case Occasion.Daily daily ->
          row.add(press(view, "Digest times", Action.of(AlertVerbs.DIGEST_TIMES)));
      case Occasion.QuietOver over ->
          row.add(press(view, "Quiet hours", Action.of(AlertVerbs.QUIET_HOURS)));
      case Occasion.NewDay day -> {}
      case Occasion.Resumed resumed -> {}
      case Occasion.Back back -> {}
    }
    return List.of(row);
  }

  private static Button press(View view, String label, Action action) {
    return new Button.Press(label, view.issue().apply(action));
  }

  /// One line for the older stories of a source that was read for the first time.
  ///
  /// @param source its name as readers know it
  /// @param told how many of them came singly before
  /// @param rest the others, newest first, at least one
  public static OutgoingMessage backlog(String source, int told, List<Article> rest) {
    RichText.Builder text = RichText.build();
    text.text(source + " was read for the first time. ");
    text.text(match(told + rest.size()));
    text.text(told == 0 ? ". They are: " : "; " + came(told, rest.size()));
    List<Article> named = rest.subList(0, Math.min(NAMED, rest.size()));
    String comma = "";
    for (Article article : named) {
      text.text(comma);
      DigestLines.headline(text, article);
      comma = ", ";
    }
    int more = rest.size() - named.size();
    text.text(more == 0 ? "." : " and " + Counted.figure(more) + " more.");
    return new OutgoingMessage(text.done(), List.of(), null, Placement.POST, true, Priority.DIGEST);
  }

  private static String match(int stories) {
    return stories == 1
        ? "1 older story matches here"
        : Counted.figure(stories) + " older stories match here";
  }

  private static String came(int told, int rest) {
    String newest = told == 1 ? "the newest came above" : "the " + told + " newest came above";
    return newest + (rest == 1 ? ". The other: " : ". The other " + Counted.figure(rest) + ": ");
  }

  private static String day(Instant at, When when) {
    return when.isToday(at) ? "today, " : "on " + when.day(at) + ", ";
  }
}
