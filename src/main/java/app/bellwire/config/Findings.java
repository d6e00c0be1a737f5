package app.bellwire.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Collects what is wrong, in any order; gives it back by file and line. Confined to one thread.
final class Findings {
  private final List<Path> files = new ArrayList<>();
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final List<ConfigProblem> notes = new ArrayList<>();

  /// Names a file that is read; problems come in the order in which their files were named,
  /// overrides last.
  void opened(Path file) {
    files.add(file);
  }

  void problem(Place place, String what) {
    problem(place, what, Optional.empty());
  }

  void problem(Place place, String what, Optional<String> hint) {
    problems.add(new ConfigProblem(place.file(), place.line(), what, hint));
  }

  void note(Place place, String what) {
    notes.add(new ConfigProblem(place.file(), place.line(), what, Optional.empty()));
  }

  boolean none() {
    return problems.isEmpty();
  }

  List<ConfigProblem> problems() {
    return inOrder(problems);
  }

  List<ConfigProblem> notes() {
    return inOrder(notes);
  }

  private List<ConfigProblem> inOrder(List<ConfigProblem> found) {
    return found.stream()
        .distinct()
        .sorted(Comparator.comparingInt(this::fileOrder).thenComparingInt(ConfigProblem::line))
        .toList();
  }

  private int fileOrder(ConfigProblem problem) {
    int index = files.indexOf(problem.path());
    return index < 0 ? Integer.MAX_VALUE : index;
  }
}
