package app.bellwire.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The written reports in the order in which the wire carries them. Immutable.
///
/// @param minutesBefore how long before the wire's start each of the first reports was published
record Archive(List<Report> reports, List<Integer> minutesBefore) {
  private static final Pattern BAR = Pattern.compile(" \\| ");

  /// A written report.
  ///
  /// @param event what it is about: the same word for all reports of one event
  /// @param revises the id of the report that it replaces under the same guid, or empty
  record Report(String id, String event, String revises, Draft draft) {}

  static Archive load(Backgrounds backgrounds) {
    Map<String, Report> byId = new HashMap<>();
    Stream.of("treaty.txt", "storm.txt")
        .flatMap(name -> Block.read(name).stream())
        .map(block -> report(block, backgrounds))
        .forEach(report -> byId.put(report.id(), report));
    List<Report> reports = new ArrayList<>();
    List<Integer> minutes = new ArrayList<>();
    for (String line : Block.lines("order.txt")) {
      String[] words = line.split(" ", -1);
      reports.add(Optional.ofNullable(byId.get(words[words.length - 1])).orElseThrow());
      if (words.length == 2) {
        minutes.add(-Integer.parseInt(words[0]));
      }
    }
    return new Archive(List.copyOf(reports), List.copyOf(minutes));
  }

  int size() {
    return reports.size();
  }

  /// The number of the report under whose guid report `number` appears: its own, or the revised
  /// one's.
  int original(int number) {
    String revised = reports.get(number).revises();
    return revised.isEmpty() ? number : reports.stream().map(Report::id).toList().indexOf(revised);
  }

  private static Report report(Block block, Backgrounds backgrounds) {
    return new Report(
        block.get("id"), block.get("event"), block.get("revises"), draft(block, backgrounds));
  }

  private static Draft draft(Block block, Backgrounds backgrounds) {
    return new Draft(
        block.get("agency"),
        block.get("place"),
        block.get("title"),
        block.get("dateline"),
        block.get("note"),
        new Draft.Chrome(parts(block.get("before")), parts(block.get("after"))),
        backgrounds.expand(block.paragraphs()));
  }

  private static List<String> parts(String line) {
    return line.isEmpty() ? List.of() : BAR.splitAsStream(line).toList();
  }
}
