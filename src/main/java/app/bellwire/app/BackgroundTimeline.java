package app.bellwire.app;

import app.bellwire.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The dated updates of one event as one person wrote them down, each with the background that
/// person found a reader to need on that day. Immutable.
///
/// The format is that of Pratapa, Small and Dreyer, "Background summarization of event timelines"
/// (2023): a file an annotator, columns `Date`, `Update` and `Background` parted by tabs, fields
/// with quotation marks quoted as in CSV, lines of a field parted by `\n`.
///
/// @param event the name of the folder
/// @param annotator the name of the file without its ending
record BackgroundTimeline(String event, String annotator, List<Step> steps) {
  private static final List<String> COLUMNS = List.of("Date", "Update", "Background");
  private static final String NO_TEXT = "<UPDATE-";

  /// One day.
  ///
  /// @param update sentences
  /// @param background sentences, none on the first day
  record Step(List<String> update, List<String> background) {
    Step {
      update = List.copyOf(update);
      background = List.copyOf(background);
    }
  }

  BackgroundTimeline {
    steps = List.copyOf(steps);
  }

  /// The timelines in the folders of `folder`, by name.
  ///
  /// @throws WrongInput when there are none, or with file and line when one is not as it should be
  static List<BackgroundTimeline> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new WrongInput(folder + " is not a folder; name one that holds EVENT/annotator1.tsv");
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder, 2)) {
      files = found.filter(BackgroundTimeline::isTimeline).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new WrongInput(folder + " holds no EVENT/annotator*.tsv");
    }
    List<BackgroundTimeline> timelines = new ArrayList<>();
    for (Path file : files) {
      timelines.add(read(file));
    }
    return timelines;
  }

  private static boolean isTimeline(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith("annotator") && name.endsWith(".tsv");
  }

  private static BackgroundTimeline read(Path file) throws IOException {
    List<QuotedTable.Row> rows = QuotedTable.read(file);
    if (rows.isEmpty() || !rows.getFirst().fields().equals(COLUMNS)) {
      throw new WrongInput(file + ":1: the columns are not " + String.join(", ", COLUMNS));
    }
    List<Step> steps = new ArrayList<>();
    for (QuotedTable.Row row : rows.subList(1, rows.size())) {
      if (row.fields().size() != COLUMNS.size()) {
        throw new WrongInput(
            "%s:%d: %d fields, not %d"
                .formatted(file, row.line(), row.fields().size(), COLUMNS.size()));
      }
      steps.add(new Step(sentences(row.fields().get(1)), sentences(row.fields().get(2))));
    }
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.tsv$", "");
    Path folder = file.toAbsolutePath().getParent();
    return new BackgroundTimeline(
        String.valueOf(folder == null ? "" : folder.getFileName()), name, steps);
  }

  private static List<String> sentences(String field) {
    return Arrays.stream(field.replace("\\n", "\n").split("\n"))
        .filter(line -> !line.strip().startsWith(NO_TEXT))
        .flatMap(line -> Sentences.of(line).stream())
        .toList();
  }
}
