package app.bellwire.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a chat is expected to hear: how it comes, and what its text has and has not. Immutable.
record Heard(How how, List<String> has, List<String> hasNot) {
  Heard {
    has = List.copyOf(has);
    hasNot = List.copyOf(hasNot);
  }

  /// How words come into a chat.
  enum How {
    RINGS,
    COMES_SILENTLY,
    REPLY_RINGS,
    REPLY_COMES_SILENTLY,
    EDIT,
    TOAST
  }

  static Heard rings(String... parts) {
    return heard(How.RINGS, parts);
  }

  static Heard silent(String... parts) {
    return heard(How.COMES_SILENTLY, parts);
  }

  static Heard reply(String... parts) {
    return heard(How.REPLY_RINGS, parts);
  }

  static Heard silentReply(String... parts) {
    return heard(How.REPLY_COMES_SILENTLY, parts);
  }

  static Heard edit(String... parts) {
    return heard(How.EDIT, parts);
  }

  static Heard toast(String... parts) {
    return heard(How.TOAST, parts);
  }

  Heard without(String... parts) {
    List<String> all = new ArrayList<>(hasNot);
    all.addAll(Arrays.asList(parts));
    return new Heard(how, has, all);
  }

  private static Heard heard(How how, String... parts) {
    return new Heard(how, List.of(parts), List.of());
  }
}
