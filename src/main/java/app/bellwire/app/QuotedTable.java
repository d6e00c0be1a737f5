package app.bellwire.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a table whose fields are parted by tabs and quoted as RFC 4180 quotes them: a field in
/// quotation marks may hold tabs and line ends, and two marks in it are one. Confined to one
/// thread.
final class QuotedTable {
  /// One row.
  ///
  /// @param line where it begins, from 1
  record Row(int line, List<String> fields) {
    Row {
      fields = List.copyOf(fields);
    }
  }

  private final String text;
  private final String place;
  private final List<Row> rows = new ArrayList<>();
  private int at;
  private int line = 1;

  private QuotedTable(String text, String place) {
    this.text = text;
    this.place = place;
  }

  /// @throws WrongInput with file and line when a quoted field does not end
  static List<Row> read(Path file) throws IOException {
    return of(String.join("\n", InputLines.of(file)), file.toString());
  }

  /// @param place what errors name as the file
  static List<Row> of(String text, String place) {
    QuotedTable table = new QuotedTable(text, place);
    while (table.at < text.length()) {
      table.row();
    }
    return table.rows;
  }

  private void row() {
    int begins = line;
    List<String> fields = new ArrayList<>();
    boolean more = true;
    while (more) {
      fields.add(text.startsWith("\"", at) ? quoted() : plain());
      more = at < text.length() && text.charAt(at) == '\t';
      at++;
    }
    line++;
    if (fields.size() > 1 || !fields.getFirst().isBlank()) {
      rows.add(new Row(begins, fields));
    }
  }

  private String plain() {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\t' && text.charAt(end) != '\n') {
      end++;
    }
    String field = text.substring(at, end);
    at = end;
    return field;
  }

  private String quoted() {
    int begins = line;
    StringBuilder field = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' && text.startsWith("\"", at + 1)) {
        at++;
      } else if (c == '"') {
        at++;
        return field.append(plain()).toString();
      }
      line += c == '\n' ? 1 : 0;
      field.append(c);
    }
    throw new WrongInput(place + ":" + begins + ": a quoted field that begins here does not end");
  }
}
