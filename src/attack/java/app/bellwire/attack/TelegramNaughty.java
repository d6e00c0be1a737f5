package app.bellwire.attack;

import app.bellwire.fake.TelegramTranscript.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Lets feeds say the [NaughtyStrings], each as a headline, as a text and as both. Confined to the
/// test.
final class TelegramNaughty {
  private static final long FIRST = 1_001;

  /// Headlines are cut at 300 characters.
  private static final int LONG = 250;

  /// @param lost what was not told, in the words of the feed
  /// @param linked what Telegram made a link of by itself
  record Result(int items, int sends, int refused, List<String> lost, List<String> linked) {}

  private record Item(long chat, String title, String text) {}

  private final TelegramRig rig;
  private final List<Item> items = new ArrayList<>();

  TelegramNaughty(TelegramRig rig) {
    this.rig = rig;
  }

  Result run(List<String> strings) throws IOException, InterruptedException {
    for (String string : strings) {
      String allowed = FeedText.xml(string);
      add(allowed, "A quiet day.");
      add("", allowed);
      add(allowed, allowed);
    }
    rig.forget().unpaced().start();
    for (Item item : items) {
      rig.publishes(item.title, item.text);
    }
    rig.until(() -> lost().isEmpty() || settled());
    rig.drained();
    List<String> linked =
        rig.sends().stream().flatMap(entry -> entry.words().linkedWords().stream()).toList();
    return new Result(
        items.size(),
        rig.sends().size(),
        rig.server().counts().errors("sendMessage"),
        lost(),
        linked);
  }

  /// The headline begins with the word that the chat watches, or ends with it, where that will not
  /// be cut off.
  private void add(String title, String text) {
    int number = items.size();
    String word = Rig.word(number);
    boolean first = number % 2 == 0 || title.length() > LONG;
    String headline = first ? word + " " + title : title + " " + word;
    rig.person(FIRST + number).watches(FIRST + number, word);
    items.add(new Item(FIRST + number, headline, text));
  }

  /// Whether nothing has come for a while.
  private boolean settled() {
    List<Entry> sends = rig.sends();
    return !sends.isEmpty() && System.nanoTime() - sends.getLast().nanos() > 15_000_000_000L;
  }

  private List<String> lost() {
    var told = rig.sends().stream().map(Entry::chat).collect(Collectors.toSet());
    return items.stream()
        .filter(item -> !told.contains(item.chat))
        .map(item -> FeedText.ends(item.title) + " | " + FeedText.ends(item.text))
        .toList();
  }
}
