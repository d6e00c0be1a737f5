package app.bellwire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// Queries with the story that each is to find, one a line: the story, a tab, the words. Lines that
/// begin with `#` are comments. Pure but for the reading.
final class LabelledQueries {
  record Query(String story, String words) {}

  private LabelledQueries() {}

  /// @param stories that there are articles of
  /// @throws WrongInput when a line is no such query, with file and line
  static List<Query> read(Path file, Collection<String> stories) throws IOException {
    return InputLines.entries(file).stream().map(entry -> query(entry, stories)).toList();
  }

  private static Query query(InputLines.Entry entry, Collection<String> stories) {
    String[] parts = entry.text().split("\t", 2);
    String story = parts[0].strip();
    if (parts.length < 2 || parts[1].isBlank()) {
      throw new WrongInput(
          entry.place() + ": expected a story and the words to ask, with a tab between them");
    }
    if (!stories.contains(story)) {
      throw new WrongInput(entry.place() + ": no article is of the story \"" + story + "\"");
    }
    return new Query(story, parts[1].strip());
  }
}
