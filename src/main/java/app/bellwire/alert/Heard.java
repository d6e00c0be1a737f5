package app.bellwire.alert;

import app.bellwire.article.Article;
import app.bellwire.story.Report;
import app.bellwire.text.Sentences;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a chat heard of a storyline: all of its events, not one alone. Immutable.
///
/// @param sentences every sentence it was told, each once, in order; a first sentence that stood as
///   headline among them
/// @param reports every sentence of the reports it was told of, also those it was not told
/// @param last when it was last told anything of the storyline
public record Heard(List<String> sentences, List<String> reports, Optional<Instant> last) {
  /// Alerts of a storyline from which is taken what a chat heard, the latest: who reads on after as
  /// many has forgotten the first.
  public static final int LATEST = 20;

  /// Sentences that are remembered, the latest: comparing takes time that every chat waits for.
  private static final int MOST = 200;

  public static final Heard NOTHING = new Heard(List.of(), List.of(), Optional.empty());

  public Heard {
    sentences = List.copyOf(sentences);
    reports = List.copyOf(reports);
  }

  /// Told these sentences, and nothing known of when and by which report.
  public static Heard sentences(Collection<String> sentences) {
    return new Heard(List.copyOf(sentences), List.of(), Optional.empty());
  }

  /// What a chat heard through `alerts`, all of one storyline and one chat, in order. What was
  /// taken back counts as not heard.
  public static Heard of(List<Alert> alerts) {
    Set<Long> withdrawn =
        alerts.stream()
            .flatMap(alert -> alert.root().reports().stream())
            .filter(Report::withdrawn)
            .map(Report::articleId)
            .collect(Collectors.toSet());
    Heard heard = NOTHING;
    for (Alert alert : alerts) {
      if (!withdrawn.contains(alert.lead().id())) {
        heard = heard.and(alert.lead(), alert.allSentences(), alert.decided());
      }
    }
    return heard;
  }

  /// The same after a message about `report`.
  ///
  /// @param told sentences of the message, the headline not among them
  Heard and(Article report, Collection<String> told, Instant at) {
    Set<String> all = new LinkedHashSet<>(sentences);
    if (!report.copy().ownHeadline()) {
      all.add(report.copy().headline());
    }
    all.addAll(told);
    Set<String> read = new LinkedHashSet<>(reports);
    report.copy().paragraphs().forEach(paragraph -> read.addAll(Sentences.of(paragraph)));
    return new Heard(latest(all), latest(read), Optional.of(at));
  }

  private static List<String> latest(Set<String> sentences) {
    return sentences.stream().skip(Math.max(0, sentences.size() - MOST)).toList();
  }
}
