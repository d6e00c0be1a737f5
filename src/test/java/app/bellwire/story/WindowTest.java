package app.bellwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article;
import app.bellwire.fake.Draft;
import app.bellwire.fake.MemoryArticles;
import app.bellwire.fake.MemoryStories;
import app.bellwire.text.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a window holds is what it would read from its store, whatever came and however long nothing
/// came: events that close, are reopened by a late report and close again among them.
class WindowTest {
  private static final int STEPS = 300;
  private static final int CHECKED = 10;
  private static final int KINDS = 12;

  private final MemoryStories stories = new MemoryStories();
  private final MemoryArticles articles = new MemoryArticles();
  private final List<Event> events = new ArrayList<>();
  private final List<Article> all = new ArrayList<>();
  private Instant now = Draft.NOON;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void isAsItWouldBeReadAgain(int seed) {
    Random dice = new Random(seed);
    Window live = Window.read(stories, articles, now);
    for (int step = 1; step <= STEPS; step++) {
      now = now.plus(pause(dice));
      live.moveTo(now);
      Article article = article(step, dice);
      articles.save(article);
      all.add(article);
      Event event = placed(article, dice);
      stories.save(event);
      live.put(event, Profile.of(article));
      if (step % CHECKED == 0) {
        assertThat(described(live)).isEqualTo(described(Window.read(stories, articles, now)));
      }
    }
  }

  /// Most often minutes, at times a long weekend.
  private static Duration pause(Random dice) {
    return dice.nextInt(40) == 0
        ? Duration.ofHours(60 + dice.nextInt(40))
        : Duration.ofMinutes(1 + dice.nextInt(90));
  }

  private Event placed(Article article, Random dice) {
    events.removeIf(event -> event.updated().isBefore(now.minus(Thresholds.STORYLINE_OPEN)));
    if (events.isEmpty() || dice.nextInt(3) == 0) {
      events.add(Revision.opening(100_000 + article.id(), 7, article));
      return events.getLast();
    }
    int known = dice.nextInt(events.size());
    events.set(known, Revision.with(events.get(known), article, List.of()));
    return events.get(known);
  }

  /// Of one of a dozen kinds: so headlines, words and passages are used again and again.
  private Article article(int number, Random dice) {
    int kind = dice.nextInt(KINDS);
    String words =
        IntStream.range(0, 40)
            .mapToObj(i -> "w" + kind + (char) ('a' + dice.nextInt(20)))
            .collect(Collectors.joining(" "));
    String background =
        IntStream.range(0, 40).mapToObj(i -> "b" + kind + "x" + i).collect(Collectors.joining(" "));
    return Draft.by("Agency" + dice.nextInt(3), number)
        .headline("Storm number " + kind)
        .says(words + ".", background + ".")
        .read(now)
        .article();
  }

  /// All that a placement can ask of the window.
  private List<String> described(Window window) {
    List<String> lines = new ArrayList<>();
    for (Article article : all) {
      Profile profile = Profile.of(article);
      for (long key : profile.keys().all()) {
        lines.add(
            article.id() + " under " + key + ": " + window.under(key).map(WindowTest::members));
      }
      Terms.Weighed words = new Terms.Weighed(profile.terms(), window.weights());
      lines.add(
          article.id()
              + " is like "
              + window.candidates(words, profile.lead()).stream()
                  .map(WindowTest::members)
                  .toList());
      lines.add(
          article.id()
              + " recycles "
              + IntStream.of(profile.passages().marks()).filter(window::recycled).count());
      lines.add(article.id() + " weighs " + profile.terms().length(window.weights()));
    }
    return lines;
  }

  private static String members(Open open) {
    return open.event().id() + open.members().stream().map(Profile::article).toList().toString();
  }
}
