package app.bellwire.text;

/// Reads texts for what they mean. Implementations are thread-safe and give the same embedding for
/// the same text.
public interface Embedder {
  /// What `text` means; what is beyond the model's reach is cut off. Takes tens of milliseconds.
  ///
  /// @throws IllegalStateException when the model fails, or is closed
  Embedding embed(String text);

  /// The model and its version, such as `bge-small-en-v1.5-q`. Embeddings of two models cannot be
  /// compared.
  String model();

  /// The language the model reads, as a BCP 47 primary tag.
  String language();
}
