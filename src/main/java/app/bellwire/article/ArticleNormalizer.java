package app.bellwire.article;

import app.bellwire.article.Notices.Noted;
import app.bellwire.article.Notices.Tagged;
import app.bellwire.source.Source;
import app.bellwire.text.Folding;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes an article of a raw item: the report's own words, and what dateline, page and tags say
/// about it. Pure but for the ids; never throws for what an item may hold. Thread-safe when its
/// suppliers are.
public final class ArticleNormalizer {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final String UNKNOWN = "und";
  private static final int LONGEST_KEY = 2_000;
  private static final int DIGEST_BYTES = 16;

  private final LongSupplier ids;
  private final Function<String, String> language;

  /// Believes what items say about their language.
  public ArticleNormalizer(LongSupplier ids) {
    this(ids, text -> UNKNOWN);
  }

  /// @param language the BCP 47 primary tag of a text; `und` when unknown
  public ArticleNormalizer(LongSupplier ids, Function<String, String> language) {
    this.ids = ids;
    this.language = language;
  }

  public Article normalize(RawItem raw, Source source, Instant readAt) {
    Optional<Instant> published = credible(raw.published(), readAt);
    List<String> paragraphs = Paragraphs.of(text(raw));
    Noted noted = Notices.noted(paragraphs);
    Opening opening = opening(source, published, readAt).read(noted.paragraphs());
    Noted inner = Notices.noted(opening.body());
    String agency = agency(opening.dateline(), source, raw.authors());
    Optional<URI> link = LinkKeys.uri(raw.link());
    Tagged title = title(raw, opening, Headlines.of(source, agency, link));
    Headline headline = headline(raw, paragraphs, title.text(), opening, inner.paragraphs());
    Copy copy = copy(headline, raw.language(), noted.note().or(inner::note));
    return new Article(
        ids.getAsLong(),
        source.id(),
        identity(raw, link, copy),
        copy,
        agency,
        opening.dateline(),
        authors(raw, opening),
        published,
        readAt,
        Notices.graver(title.kind(), Notices.graver(noted.kind(), inner.kind())));
  }

  private static Opening opening(Source source, Optional<Instant> published, Instant readAt) {
    LocalDate around = published.orElse(readAt).atZone(source.zone()).toLocalDate();
    return new Opening(new DatelineReader(ownNames(source)), around, published.isPresent());
  }

  private Copy copy(Headline headline, @Nullable String stated, Optional<String> note) {
    return new Copy(headline.text, headline.own, headline.body, language(headline, stated), note);
  }

  private static Optional<Instant> credible(@Nullable Instant stated, Instant readAt) {
    return Optional.ofNullable(stated)
        .filter(at -> at.isAfter(EARLIEST) && at.isBefore(readAt.plus(AHEAD)));
  }

  /// The whole text where it says more than the summary.
  private static String text(RawItem raw) {
    String content = raw.content();
    boolean fuller =
        content.length() >= raw.summary().length() || content.startsWith(raw.summary());
    return !content.isBlank() && (fuller || raw.summary().isBlank()) ? content : raw.summary();
  }

  private static Set<String> ownNames(Source source) {
    Set<String> names = new HashSet<>();
    names.add(Folding.key(source.id().value()));
    source.agency().ifPresent(agency -> names.add(Folding.key(agency)));
    return names;
  }

  /// As the dateline marks it, in the spelling of the source or an author where they name it too;
  /// without a mark the source's.
  private static String agency(Dateline dateline, Source source, List<String> authors) {
    String marked = dateline.agency();
    return marked.isEmpty()
        ? source.agency().orElse(source.id().value())
        : Stream.concat(source.agency().stream(), authors.stream())
            .filter(marked::equalsIgnoreCase)
            .findFirst()
            .orElse(marked);
  }

  private record Headline(String text, boolean own, List<String> body) {}

  private static Tagged title(RawItem raw, Opening opening, Headlines headlines) {
    Tagged tagged = Notices.tagged(Characters.line(raw.title()));
    String text = headlines.clean(tagged.text());
    Tagged inner = Notices.tagged(text);
    return new Tagged(Notices.graver(tagged.kind(), inner.kind()), opening.undressed(inner.text()));
  }

  /// The feed's title, unless it is only the beginning of the text; then the text's own headline
  /// line, then its first sentence.
  private static Headline headline(
      RawItem raw, List<String> paragraphs, String title, Opening opening, List<String> body) {
    Optional<String> line = opening.headline();
    String key = key(raw.title());
    boolean repeats = !key.isEmpty() && key(String.join(" ", paragraphs)).startsWith(key);
    boolean untitled = title.isEmpty() || Chrome.matches(title) || key.isEmpty();
    if (line.isPresent() && (untitled || repeats)) {
      return new Headline(Headlines.cut(line.get()), true, without(body, line.get(), raw));
    }
    if (untitled || repeats && isSentence(raw.title(), title, body)) {
      return new Headline(Headlines.firstSentence(body), false, body);
    }
    return new Headline(Headlines.cut(title), true, without(body, title, raw));
  }

  /// The beginning of a text, folded: as long as any headline.
  private static String key(String text) {
    return Folding.key(text.substring(0, Math.min(text.length(), LONGEST_KEY)));
  }

  /// Whether a title that the text begins with is a sentence of it rather than a headline over it.
  private static boolean isSentence(String raw, String title, List<String> body) {
    boolean dressed = !key(raw).equals(key(title));
    return dressed || Lines.ended(title) && !body.isEmpty();
  }

  /// The body without a first line that says the headline again.
  private static List<String> without(List<String> body, String headline, RawItem raw) {
    String first = body.size() > 1 ? body.getFirst() : "";
    String key = key(first);
    boolean again = key.equals(key(headline)) || key.equals(key(raw.title()));
    return !key.isEmpty() && !Lines.ended(first) && again ? body.subList(1, body.size()) : body;
  }

  private String language(Headline headline, @Nullable String stated) {
    String detected = language.apply(headline.text + "\n\n" + String.join("\n\n", headline.body));
    return detected.equals(UNKNOWN) || detected.isBlank() ? primary(stated) : detected;
  }

  private static String primary(@Nullable String tag) {
    String primary = tag == null ? "" : tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return primary.matches("[a-z]{2,3}") ? primary : UNKNOWN;
  }

  private static List<String> authors(RawItem raw, Opening opening) {
    return Stream.concat(raw.authors().stream(), opening.authors().stream())
        .map(Characters::line)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static Identity identity(RawItem raw, Optional<URI> link, Copy copy) {
    String linkKey = link.map(LinkKeys::key).orElse("");
    String titleKey = Folding.key(copy.headline());
    String contentKey = digest(copy.headline() + "\n" + copy.body());
    String guid =
        Stream.of(raw.id() == null ? "" : Characters.line(raw.id()), linkKey, titleKey, contentKey)
            .filter(key -> !key.isEmpty())
            .findFirst()
            .orElse(contentKey);
    return new Identity(guid, link, linkKey, titleKey, contentKey);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, DIGEST_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
