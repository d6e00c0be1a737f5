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

  /// Reports that are about what `text` says, whatever words they use.
  record About(String text, Strictness strictness) implements Query {}

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

  /// `sources:2`: the event has reports of so many different origins, this article's or others'. A
  /// condition on the event, not on the text; it stands beside the words, as a part of the
  /// outermost [And] only.
  ///
  /// @param needed [#FEWEST] to [#MOST]
  record Sources(int needed) implements Query {
    public static final int FEWEST = 2;
    public static final int MOST = 9;
  }

  /// Reports of different origins an event must have before it is told; 1 where the query asks for
  /// none.
  default int sources() {
    return this instanceof And(List<Query> all)
        ? all.stream()
            .mapToInt(part -> part instanceof Sources(int needed) ? needed : 1)
            .max()
            .orElse(1)
        : 1;
  }

  /// The parts of an article a query can name.
  enum Field {
    TITLE,
    LEDE,
    BODY,
    SOURCE,
    AGENCY,
    PLACE,
    LANG,
    AUTHOR,
    /// What the article says as a whole; a query asks for it with [About], never within [In].
    ABOUT
  }

  /// How near an article has to come to the words after `about:`.
  enum Strictness {
    USUAL,
    LOOSE,
    STRICT
  }

  /// Whether something of it is decided by meaning, not by words alone.
  default boolean asksMeaning() {
    return switch (this) {
      case About _ -> true;
      case In in -> in.query().asksMeaning();
      case And and -> and.all().stream().anyMatch(Query::asksMeaning);
      case Or or -> or.any().stream().anyMatch(Query::asksMeaning);
      case Not not -> not.query().asksMeaning();
      case Word _, Phrase _, Near _, Sources _ -> false;
    };
  }
}
