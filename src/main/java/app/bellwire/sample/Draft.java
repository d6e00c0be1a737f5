package app.bellwire.sample;

import java.util.List;

/// A report before it is dated and set: texts still hold the placeholders of [Dates]. Immutable.
///
/// @param dateline in full, or empty for the agency's usual form with `place`
/// @param note the agency's own remark above the text, such as what a correction corrects; or empty
/// @param paragraphs without dateline, the lead first
record Draft(
    String agency,
    String place,
    String title,
    String dateline,
    String note,
    Chrome chrome,
    List<String> paragraphs) {
  Draft {
    paragraphs = List.copyOf(paragraphs);
  }

  /// Lines of the page around a text that wires send along. Immutable.
  record Chrome(List<String> before, List<String> after) {
    static final Chrome NONE = new Chrome(List.of(), List.of());
  }

  String lead() {
    return paragraphs.getFirst();
  }
}
