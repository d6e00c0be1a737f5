package app.bellwire.app;

import app.bellwire.article.ArticleStore;
import app.bellwire.config.Settings.Embeddings;
import app.bellwire.match.Meanings;
import app.bellwire.query.ParsedQuery;
import app.bellwire.text.EmbedderProblem;
import app.bellwire.text.OnnxEmbedder;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The model that reads meaning, where the configuration wants it and the machine runs it.
///
/// @param lacks what is needed before there is one, to stand after "needs"
record MeaningModel(Optional<OnnxEmbedder> embedder, String lacks) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MeaningModel.class);

  /// Loads the model if it is wanted. One that does not load is said in the log and costs what only
  /// it can do, nothing else.
  static MeaningModel of(Embeddings wanted) {
    if (wanted == Embeddings.OFF) {
      return new MeaningModel(Optional.empty(), "story.embeddings: on in config/bellwire.yml");
    }
    try {
      OnnxEmbedder model = OnnxEmbedder.load(threads());
      LOG.info("Articles are read for their meaning, by {}", model.model());
      return new MeaningModel(Optional.of(model), "");
    } catch (EmbedderProblem problem) {
      LOG.error("Running without meaning (story.embeddings): {}", problem.getMessage(), problem);
      return new MeaningModel(Optional.empty(), "a model that runs here: " + problem.getMessage());
    }
  }

  /// The model for a command without a configuration, loaded if one of the queries asks for it.
  ///
  /// @throws WrongInput when it does not load
  static MeaningModel neededBy(Collection<ParsedQuery.Valid> queries) {
    return queries.stream().anyMatch(valid -> valid.query().asksMeaning())
        ? new MeaningModel(Optional.of(load()), "")
        : new MeaningModel(Optional.empty(), "a query with about:");
  }

  /// The model, for a command that is about it.
  ///
  /// @throws WrongInput when it does not load
  static OnnxEmbedder load() {
    try {
      return OnnxEmbedder.load(threads());
    } catch (EmbedderProblem problem) {
      throw new WrongInput(String.valueOf(problem.getMessage()));
    }
  }

  /// Half of the machine, so that polls and chats are not kept waiting.
  private static int threads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);
  }

  Meanings meanings(ArticleStore articles) {
    return embedder
        .map(model -> Meanings.by(model, articles::embeddingsAfter))
        .orElseGet(() -> Meanings.none(lacks));
  }

  /// What articles mean that are in no store.
  Meanings unkept() {
    return embedder
        .map(model -> Meanings.by(model, (_, _) -> Map.of()))
        .orElseGet(() -> Meanings.none(lacks));
  }

  @Override
  public void close() {
    embedder.ifPresent(OnnxEmbedder::close);
  }
}
