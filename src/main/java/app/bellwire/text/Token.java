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
    return Character.isUpperCase(surface.codePointAt(0));
  }
}
