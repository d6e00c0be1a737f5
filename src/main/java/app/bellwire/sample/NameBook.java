package app.bellwire.sample;

import java.util.List;
import java.util.Map;

/// Made-up people and towns, put together from beginnings and ends. Successive numbers give
/// different names until all are used. Immutable.
final class NameBook {
  /// Strides through the lists; prime to their sizes, so that every name comes up once a round.
  private static final int SURNAME_STRIDE = 197;

  private static final int TOWN_STRIDE = 137;

  private final List<String> given;
  private final Pairs surnames;
  private final Pairs towns;

  private NameBook(Map<String, String> lists) {
    given = words(lists, "given");
    surnames = new Pairs(words(lists, "surname-begins"), words(lists, "surname-ends"));
    towns = new Pairs(words(lists, "town-begins"), words(lists, "town-ends"));
  }

  static NameBook load() {
    return new NameBook(Block.headers(Block.lines("names.txt")));
  }

  String given(int number) {
    return given.get(Math.floorMod(number, given.size()));
  }

  String surname(long number) {
    return surnames.at(number * SURNAME_STRIDE);
  }

  String town(long number) {
    return towns.at(number * TOWN_STRIDE);
  }

  private static List<String> words(Map<String, String> lists, String name) {
    return List.of(lists.getOrDefault(name, "").split(" ", -1));
  }

  private record Pairs(List<String> begins, List<String> ends) {
    String at(long number) {
      int begin = (int) Math.floorMod(number, (long) begins.size());
      int end = (int) Math.floorMod(Math.floorDiv(number, begins.size()), (long) ends.size());
      return begins.get(begin) + ends.get(end);
    }
  }
}
