package app.bellwire.match;

import app.bellwire.match.Pattern.Sequence;
import app.bellwire.query.Query;
import app.bellwire.query.Query.About;
import app.bellwire.query.Query.And;
import app.bellwire.query.Query.Field;
import app.bellwire.query.Query.In;
import app.bellwire.query.Query.Near;
import app.bellwire.query.Query.Not;
import app.bellwire.query.Query.Or;
import app.bellwire.query.Query.Phrase;
import app.bellwire.query.Query.Sources;
import app.bellwire.query.Query.Strictness;
import app.bellwire.query.Query.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a [Program] of a query. Immutable.
record Compiler(NameVariants names, Meanings meanings) {
  private static final Set<Field> TEXT = EnumSet.of(Field.TITLE, Field.LEDE, Field.BODY);

  /// Holds for every text: what is asked of the event is not asked here.
  private static final Program OF_THE_EVENT = new Program.All(List.of());

  /// No phrase has more spellings than this, however many listed names it holds.
  private static final int SPELLINGS = 64;

  Program compile(Query query) {
    return compile(query, TEXT);
  }

  private Program compile(Query query, Set<Field> scope) {
    return switch (query) {
      case Word word -> new Program.Term(pattern(word), scope);
      case Phrase phrase -> new Program.Term(pattern(phrase), scope);
      case Near near ->
          new Program.Near(
              pattern(near.left()), pattern(near.right()), scope, near.distance(), near.ordered());
      case In in -> compile(in.query(), EnumSet.of(in.field()));
      case About(String text, Strictness strictness) ->
          new Program.About(text, meanings.about(text), AboutThreshold.of(strictness));
      case And and -> new Program.All(all(and.all(), scope));
      case Or or -> new Program.Any(or.any().stream().map(q -> compile(q, scope)).toList());
      case Not not -> new Program.None(compile(not.query(), scope));
      case Sources _ -> OF_THE_EVENT;
    };
  }

  /// A run of words that spells a listed name becomes that name.
  private List<Program> all(List<Query> parts, Set<Field> scope) {
    List<Program> programs = new ArrayList<>();
    int at = 0;
    while (at < parts.size()) {
      Optional<NameVariants.Run> run = names.at(plainWords(parts, at));
      programs.add(
          run.isPresent()
              ? new Program.Term(name(run.get()), scope)
              : compile(parts.get(at), scope));
      at += run.map(NameVariants.Run::length).orElse(1);
    }
    return programs;
  }

  private static List<String> plainWords(List<Query> parts, int from) {
    List<String> words = new ArrayList<>();
    for (Query part : parts.subList(from, parts.size())) {
      if (!(part instanceof Word(String text, boolean prefix, boolean exact)) || prefix || exact) {
        break;
      }
      words.add(text);
    }
    return words;
  }

  private Pattern pattern(Query term) {
    return switch (term) {
      case Word(String text, _, boolean exact) when exact -> single(WordTest.exact(text));
      case Word(String text, boolean prefix, _) when prefix -> single(WordTest.prefix(text));
      case Word(String text, _, _) ->
          names.at(List.of(text)).map(Compiler::name).orElseGet(() -> single(WordTest.of(text)));
      case Phrase phrase -> new Pattern(spellings(phrase), true);
      case Near _, In _, And _, Or _, Not _, About _, Sources _ ->
          throw new IllegalArgumentException("NEAR joins words and phrases, not " + term);
    };
  }

  private static Pattern single(List<WordTest> tests) {
    return new Pattern(tests.isEmpty() ? List.of() : List.of(new Sequence(tests, 0, false)), false);
  }

  private static Pattern name(NameVariants.Run run) {
    return new Pattern(
        run.spellings().stream()
            .map(words -> new Sequence(words.stream().map(Compiler::same).toList(), 0, true))
            .toList(),
        false);
  }

  private static WordTest same(String folded) {
    return new WordTest.Same(folded);
  }

  /// The phrase, with each listed name in it spelled in every way.
  private List<Sequence> spellings(Phrase phrase) {
    Optional<NameVariants.Run> whole = names.at(phrase.words());
    if (whole.isPresent() && whole.get().length() == phrase.words().size()) {
      return name(whole.get()).spellings();
    }
    List<List<WordTest>> spelled = List.of(List.of());
    int at = 0;
    while (at < phrase.words().size()) {
      Optional<NameVariants.Run> run = names.at(phrase.words().subList(at, phrase.words().size()));
      String word = phrase.words().get(at);
      List<List<WordTest>> next =
          run.map(r -> r.spellings().stream().map(Compiler::tests).toList())
              .orElseGet(() -> List.of(WordTest.of(word)));
      spelled = product(spelled, next);
      at += run.map(NameVariants.Run::length).orElse(1);
    }
    return spelled.stream()
        .filter(tests -> !tests.isEmpty())
        .map(tests -> new Sequence(tests, phrase.slop(), false))
        .toList();
  }

  private static List<WordTest> tests(List<String> words) {
    return words.stream().map(Compiler::same).toList();
  }

  private static List<List<WordTest>> product(
      List<List<WordTest>> heads, List<List<WordTest>> tails) {
    List<List<WordTest>> all = new ArrayList<>();
    for (List<WordTest> head : heads) {
      for (List<WordTest> tail : tails) {
        List<WordTest> both = new ArrayList<>(head);
        both.addAll(tail);
        all.add(both);
      }
    }
    return all.subList(0, Math.min(SPELLINGS, all.size()));
  }
}
