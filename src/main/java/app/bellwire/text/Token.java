package app.bellwire.text;

/// A word of a text. Immutable.
///
/// @param surface as written, with its possessive ending if any
/// @param folded lower case, no accents, no possessive `'s`
/// @param start offset of the first character in the text, in UTF-16 units
public record Token(String surface, String folded, int start) {
  public int end() {
    return start + surface.length();
  }

  public boolean capitalised() {
    int first = surface.codePointAt(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }

  /// Whether it is written in capitals, at least two of them, with or without dots; a possessive
  /// ending does not count.
  public boolean inCapitals() {
    long capitals = surface.codePoints().filter(Character::isUpperCase).count();
    long letters = surface.codePoints().filter(Character::isLetter).count();
    boolean possessive = surface.length() > 2 && surface.endsWith("s") && apostropheBeforeEnd();
    return capitals > 1 && capitals == letters - (possessive ? 1 : 0);
  }

  private boolean apostropheBeforeEnd() {
    return "'’ʼ＇".indexOf(surface.charAt(surface.length() - 2)) >= 0;
  }
}
