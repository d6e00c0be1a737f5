package app.bellwire.query;

import java.util.List;

/// What a subscription watches for, as a tree. Immutable; equal trees mean the same.
public sealed interface Query {

  /// One word. `prefix` stands for `word*`, `exact` for `=Word`: spelled and capitalised just so.
  record Word(String text, boolean prefix, boolean exact) implements Query {}

  /// Words in this order with at most `slop` other words between them all; 0 for an exact phrase.
  record Phrase(List<String> words, int slop) implements Query {
    public Phrase {
      words = List.copyOf(words);
    }
  }

  /// Two words or phrases at most `distance` words apart; `ordered` for BEFORE.
  record Near(Query left, Query right, int distance, boolean ordered) implements Query {}

  /// `query` within one field only.
  record In(Field field, Query query) implements Query {}

  record And(List<Query> all) implements Query {
    public And {
      all = List.copyOf(all);
    }
  }

  record Or(List<Query> any) implements Query {
    public Or {
      any = List.copyOf(any);
    }
  }

  record Not(Query query) implements Query {}

  /// The parts of an article a query can name.
  enum Field {
    TITLE,
    LEDE,
    BODY,
    SOURCE,
    AGENCY,
    PLACE,
    LANG,
    AUTHOR
  }
}
