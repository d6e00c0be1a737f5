package app.bellwire.query;

import app.bellwire.query.Query.Field;
import app.bellwire.query.Query.Sources;
import app.bellwire.query.Query.Strictness;
import app.bellwire.query.QueryToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Cuts a query text into tokens. What it does not know it reports and reads as what was most
/// likely meant. Confined to one parse.
final class QueryLexer {
  static final int TERMS = 64;

  /// Most words between those of a phrase and from one side of NEAR to the other.
  static final int REACH = 20;

  private static final String SOURCES = "sources";
  private static final int LETTERS_BEFORE_STAR = 3;
  private static final String QUOTES = "\"“”„‟«»‹›＂";
  private static final String DASHES = "-‐‑‒–—―−－";
  private static final String REGEXP = "[]{}\\^";

  private final String text;
  private final Problems problems;
  private final List<QueryToken> tokens = new ArrayList<>();
  private int at;
  private int terms;

  private QueryLexer(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  static List<QueryToken> read(String text, Problems problems) {
    return new QueryLexer(text, problems).all();
  }

  /// Whether `word` typed without quotes is that word and nothing else.
  static boolean isBareWord(String word) {
    Problems problems = new Problems();
    List<QueryToken> tokens = read(word, problems);
    return problems.isEmpty()
        && tokens.size() == 2
        && tokens.getFirst().is(Kind.WORD)
        && tokens.getFirst().text().equals(word);
  }

  private List<QueryToken> all() {
    while (at < text.length() && terms <= TERMS) {
      next();
    }
    if (terms > TERMS) {
      QueryToken last = tokens.removeLast();
      problems.add(last.offset(), "a query can have " + TERMS + " words and phrases, not more");
      problems.close();
    }
    tokens.add(new QueryToken(Kind.END, "the end", text.length(), 0));
    return tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (isSpace(c)) {
      at++;
    } else if (c == '(' || c == '（' || c == ')' || c == '）') {
      emit(c == '(' || c == '（' ? Kind.OPEN : Kind.CLOSE, String.valueOf(c), at++, 0);
    } else if (QUOTES.indexOf(c) >= 0) {
      phrase();
    } else if (DASHES.indexOf(c) >= 0) {
      dash();
    } else if (c == '|' || c == '&') {
      sign(c);
    } else if (c == '!' && follows(at + 1)) {
      problems.add(at, "! is not known here; a - before a word leaves it out");
      emit(Kind.NOT, "!", at++, 0);
    } else if (c == '=') {
      exact();
    } else if (c == '/') {
      slash();
    } else {
      run(false);
    }
  }

  private void phrase() {
    int start = at;
    int end = start + 1;
    while (end < text.length() && QUOTES.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    List<String> words = QueryWord.split(text.substring(start + 1, end));
    String inside = String.join(" ", words);
    if (end == text.length()) {
      problems.add(
          start,
          words.isEmpty()
              ? "a quotation mark stands alone"
              : "the quotation mark before " + words.getFirst() + " is not closed");
    } else if (words.isEmpty()) {
      problems.add(start, "there is no word between the quotation marks");
    }
    if (text.substring(start, end).indexOf('*') >= 0) {
      problems.add(text.indexOf('*', start), "a * has no meaning between quotation marks");
    }
    at = Math.min(text.length(), end + 1);
    int slop = slop();
    if (!words.isEmpty()) {
      emit(Kind.PHRASE, inside, start, slop);
    }
  }

  private int slop() {
    if (at >= text.length() || text.charAt(at) != '~') {
      return 0;
    }
    int sign = at++;
    if (!tokens.isEmpty() && tokens.getLast().about()) {
      return strictness(sign);
    }
    int digits = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return within(text.substring(digits, at), 0, sign, "~");
  }

  /// The word after the ~ of `about:"…"~strict`, by its position among [Strictness].
  private int strictness(int sign) {
    int start = at;
    while (!endsRun(at)) {
      at++;
    }
    String word = text.substring(start, at).toUpperCase(Locale.ROOT);
    for (Strictness strictness : Strictness.values()) {
      if (strictness.name().equals(word)) {
        return strictness.ordinal();
      }
    }
    problems.add(sign, "after about:\"…\" a ~ can be followed by loose or strict, nothing else");
    return Strictness.USUAL.ordinal();
  }

  /// The number in `digits`, brought into reach where it is not and reported.
  private int within(String digits, int least, int offset, String sign) {
    int number = digits.isEmpty() ? -1 : digits.length() > 4 ? 9999 : Integer.parseInt(digits);
    if (number >= least && number <= REACH) {
      return number;
    }
    problems.add(offset, sign + " needs a number from " + Math.max(1, least) + " to " + REACH);
    return number < least ? 5 : REACH;
  }

  private void dash() {
    if (follows(at + 1)) {
      emit(Kind.NOT, String.valueOf(text.charAt(at)), at++, 0);
    } else {
      problems.add(at++, "a dash stands alone; a - before a word leaves that word out");
    }
  }

  private void sign(char c) {
    int start = at;
    while (at < text.length() && text.charAt(at) == c) {
      at++;
    }
    if (c == '|') {
      problems.add(start, "| is not known here; OR is written as a word");
    }
    emit(c == '|' ? Kind.OR : Kind.AND, text.substring(start, at), start, 0);
  }

  private void exact() {
    int sign = at++;
    char next = at < text.length() ? text.charAt(at) : ' ';
    if (Character.isLetterOrDigit(Character.codePointAt(text + " ", at))) {
      run(true);
    } else if (next != '=') {
      problems.add(sign, "an = stands before one word only");
    }
  }

  private void slash() {
    int close = text.indexOf('/', at + 1);
    if (close > at + 1 && endsRun(close + 1)) {
      problems.add(at, "patterns between slashes are not known here");
    }
    at++;
  }

  private void run(boolean exact) {
    int start = at;
    while (!endsRun(at) && !(at > start && text.charAt(at) == '|')) {
      at++;
      if (text.charAt(at - 1) == ':' && colon(start, at - 1)) {
        return;
      }
    }
    at = Math.max(at, start + 1);
    String raw = text.substring(start, at);
    if (exact) {
      word(Kind.EXACT, QueryWord.trim(raw.replace("*", "")), start);
    } else if (!operator(raw, start)) {
      word(raw, start);
    }
  }

  /// Reads `name:` as a field; false where the colon is punctuation.
  private boolean colon(int start, int colon) {
    String name = text.substring(start, colon);
    if (name.isEmpty() || !name.chars().allMatch(Character::isLetter)) {
      return false;
    }
    if (name.equalsIgnoreCase(SOURCES) && isDigit(at < text.length() ? text.charAt(at) : ' ')) {
      sources(start);
      return true;
    }
    Optional<Field> known = FieldNames.find(name);
    if (known.isPresent()) {
      emit(Kind.FIELD, FieldNames.of(known.get()), start, 0);
      return true;
    }
    return follows(colon + 1) && unknown(name, start);
  }

  private void sources(int start) {
    int digits = at;
    while (!endsRun(at)) {
      at++;
    }
    String number = text.substring(digits, at);
    boolean single = number.length() == 1 && isDigit(number.charAt(0));
    int needed = single ? Integer.parseInt(number) : Sources.MOST + 1;
    if (needed < Sources.FEWEST || needed > Sources.MOST) {
      problems.add(
          digits,
          "a number of sources goes from "
              + Sources.FEWEST
              + " to "
              + Sources.MOST
              + ", as in sources:2");
    }
    emit(Kind.SOURCES, SOURCES, start, Math.clamp(needed, Sources.FEWEST, Sources.MOST));
  }

  private boolean unknown(String name, int start) {
    if (text.startsWith("//", at)) {
      problems.add(start, "a link is not a word to look for");
      while (!endsRun(at)) {
        at++;
      }
      return true;
    }
    Optional<String> meant = FieldNames.near(name).map(FieldNames::of);
    String wrong = "“" + name + "” is not a field";
    problems.add(
        start,
        meant
            .map(field -> wrong + ". Did you mean “" + field + "”?")
            .orElse(wrong + "; there are " + FieldNames.all()));
    meant.ifPresent(field -> emit(Kind.FIELD, field, start, 0));
    return true;
  }

  private boolean operator(String raw, int start) {
    switch (raw) {
      case "AND" -> emit(Kind.AND, raw, start, 0);
      case "OR" -> emit(Kind.OR, raw, start, 0);
      case "NOT" -> emit(Kind.NOT, raw, start, 0);
      default -> {
        return distance(raw, start, "NEAR", Kind.NEAR)
            || distance(raw, start, "BEFORE", Kind.BEFORE);
      }
    }
    return true;
  }

  private boolean distance(String raw, int start, String name, Kind kind) {
    String digits = raw.length() > name.length() ? raw.substring(name.length() + 1) : "";
    boolean named = raw.regionMatches(true, 0, name, 0, name.length());
    boolean numbered =
        raw.startsWith("/", name.length()) && digits.chars().allMatch(QueryLexer::isDigit);
    if (!named || !(numbered || raw.equals(name))) {
      return false;
    }
    if (!raw.startsWith(name)) {
      problems.add(start, raw + " is written in capitals");
    }
    int number = within(digits, 1, start, name + "/");
    emit(kind, name + "/" + number, start, number);
    return true;
  }

  private void word(String raw, int start) {
    if (raw.indexOf('~') > 0) {
      problems.add(start + raw.indexOf('~'), "a ~ stands only after a phrase, as in \"a b\"~5");
      word(raw.substring(0, raw.indexOf('~')), start);
      return;
    }
    String trimmed = QueryWord.trim(raw);
    if (isPattern(trimmed) || raw.startsWith("*")) {
      pattern(raw, start);
    } else if (QueryWord.starred(raw)) {
      star(trimmed, start, start + raw.indexOf('*'));
    } else {
      word(Kind.WORD, trimmed, start);
    }
  }

  private static boolean isPattern(String word) {
    return word.chars().anyMatch(c -> c == '*' || c == '?' || REGEXP.indexOf(c) >= 0);
  }

  private void pattern(String raw, int start) {
    problems.add(start, "a * can stand only at the end of a word, and there are no other patterns");
    word(Kind.WORD, QueryWord.longest(raw), start);
  }

  private void star(String word, int start, int star) {
    long letters = word.codePoints().filter(Character::isLetterOrDigit).count();
    if (letters >= LETTERS_BEFORE_STAR) {
      word(Kind.PREFIX, word, start);
    } else {
      problems.add(star, "a * needs at least three letters before it");
      word(Kind.WORD, word, start);
    }
  }

  private void word(Kind kind, String word, int start) {
    if (!word.isEmpty()) {
      emit(kind, word, start, 0);
    } else if (!text.substring(start, at).chars().allMatch(c -> ".,;:!?+'’‘…*".indexOf(c) >= 0)) {
      problems.add(start, text.substring(start, at) + " has no letter and no digit");
    }
  }

  private void emit(Kind kind, String word, int offset, int number) {
    tokens.add(new QueryToken(kind, word, offset, number));
    terms += tokens.getLast().operand() ? 1 : 0;
  }

  /// Whether something stands at `index` that a sign before it can belong to.
  private boolean follows(int index) {
    return index < text.length()
        && !isSpace(text.charAt(index))
        && ")）".indexOf(text.charAt(index)) < 0;
  }

  private boolean endsRun(int index) {
    if (index >= text.length()) {
      return true;
    }
    char c = text.charAt(index);
    return isSpace(c) || "()（）".indexOf(c) >= 0 || QUOTES.indexOf(c) >= 0 || separates(index);
  }

  /// A comma ends a word, except between digits.
  private boolean separates(int index) {
    char c = text.charAt(index);
    boolean number =
        index > 0
            && index + 1 < text.length()
            && isDigit(text.charAt(index - 1))
            && isDigit(text.charAt(index + 1));
    return (c == ',' || c == ';' || c == '、' || c == '，') && !number;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || c == '\u200b'
        || c == '\ufeff';
  }
}
