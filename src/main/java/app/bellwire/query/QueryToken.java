package app.bellwire.query;

import app.bellwire.query.Query.Field;

/// A piece of a query text. Immutable.
///
/// @param text what a message calls it: the word, the words of a phrase, the operator as typed
/// @param offset where it begins in the query text
/// @param number the slop of a phrase, after `about:` its strictness by position, the distance of
///   NEAR and BEFORE, the number of sources, else 0
record QueryToken(Kind kind, String text, int offset, int number) {

  enum Kind {
    WORD,
    EXACT,
    PREFIX,
    PHRASE,
    AND,
    OR,
    NOT,
    NEAR,
    BEFORE,
    OPEN,
    CLOSE,
    FIELD,
    SOURCES,
    END
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /// Whether it is what NEAR can join.
  boolean operand() {
    return switch (kind) {
      case WORD, EXACT, PREFIX, PHRASE -> true;
      case AND, OR, NOT, NEAR, BEFORE, OPEN, CLOSE, FIELD, SOURCES, END -> false;
    };
  }

  /// Whether a part of a query can begin with it.
  boolean begins() {
    return switch (kind) {
      case WORD, EXACT, PREFIX, PHRASE, NOT, OPEN, FIELD, SOURCES -> true;
      case AND, OR, NEAR, BEFORE, CLOSE, END -> false;
    };
  }

  /// Whether it is `about:`.
  boolean about() {
    return kind == Kind.FIELD && text.equals(FieldNames.of(Field.ABOUT));
  }

  boolean near() {
    return kind == Kind.NEAR || kind == Kind.BEFORE;
  }

  /// How a message names it.
  String shown() {
    return kind == Kind.PHRASE ? "“" + text + "”" : text;
  }
}
