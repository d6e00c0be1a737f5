package app.bellwire.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Sets drafts as items of one wire: dates, datelines, page chrome, ids and links. Immutable.
///
/// @param start of the wire; part of every id, so that another wire's items are other items
record Desk(Instant start) {

  /// `draft` as item.
  ///
  /// @param number of the item under whose guid it appears
  WireItem set(Draft draft, int number, Instant published, Instant updated) {
    Dates dates = Dates.of(updated, start);
    String title = dates.fill(draft.title());
    String host = draft.agency().toLowerCase(Locale.ROOT);
    String guid =
        String.format(
            Locale.ROOT, "%s-%s-%06d", host, Long.toString(start.getEpochSecond(), 36), number);
    return new WireItem(
        guid,
        link(host, guid, published),
        draft.agency(),
        title,
        published,
        updated,
        body(draft, dates));
  }

  private static String link(String host, String guid, Instant published) {
    LocalDate day = LocalDate.ofInstant(published, ZoneOffset.UTC);
    return "https://%s.example/%s/%s".formatted(host, day.toString().replace('-', '/'), guid);
  }

  private static WireItem.Body body(Draft draft, Dates dates) {
    List<String> lines = new ArrayList<>(draft.chrome().before());
    if (!draft.note().isEmpty()) {
      lines.add(draft.note());
    }
    lines.add(dateline(draft) + " " + draft.lead());
    lines.addAll(draft.paragraphs().subList(1, draft.paragraphs().size()));
    lines.addAll(draft.chrome().after());
    return new WireItem.Body(dates.fill(summary(draft)), lines.stream().map(dates::fill).toList());
  }

  private static String summary(Draft draft) {
    return String.join(
        " ", Stream.of(draft.note(), draft.lead()).filter(text -> !text.isEmpty()).toList());
  }

  private static String dateline(Draft draft) {
    if (!draft.dateline().isEmpty()) {
      return draft.dateline();
    }
    return switch (draft.agency()) {
      case "Norda" -> draft.place() + ", {date}. /NORDA/.";
      case "Kestrel" -> draft.place() + ", {euro} (Kestrel) -";
      default -> draft.place() + " (" + draft.agency() + ") —";
    };
  }
}
