package app.bellwire.chat.slack;

import app.bellwire.chat.Shortening;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement.Date;
import com.slack.api.model.block.element.RichTextSectionElement.Link;
import com.slack.api.model.block.element.RichTextSectionElement.Text;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of text that looks the same throughout. Immutable.
///
/// @param text clean; may be empty
record Run(String text, Look look) {
  /// UTF-16 units of one element: Slack's limit of a text object, as it names none for these.
  private static final int LONGEST_ELEMENT = 3000;

  private static final int LONGEST_FALLBACK = 150;

  /// How a text looks.
  ///
  /// @param url what it opens, or null
  /// @param at the instant it stands for, or null
  record Look(
      boolean bold, boolean struck, boolean code, @Nullable String url, @Nullable Instant at) {
    static final Look PLAIN = new Look(false, false, false, null, null);

    Look inBold() {
      return new Look(true, struck, code, url, at);
    }

    Look inStruck() {
      return new Look(bold, true, code, url, at);
    }

    Look inCode() {
      return new Look(bold, struck, true, url, at);
    }

    Look linking(String page) {
      return new Look(bold, struck, code, page, at);
    }

    /// Slack counts seconds since 1970 in 31 bits; another instant is its text.
    Look showing(Instant instant) {
      long second = instant.getEpochSecond();
      boolean known = second >= 0 && second <= Integer.MAX_VALUE;
      return new Look(bold, struck, code, url, known ? instant : null);
    }

    private @Nullable TextStyle style() {
      return bold || struck || code
          ? TextStyle.builder().bold(bold).strike(struck).code(code).build()
          : null;
    }
  }

  /// Whether readers see nothing of it.
  boolean blank() {
    return look.at() == null && Clean.blank(text);
  }

  /// Whether another run can go on with it.
  boolean joins(Look other) {
    return look.at() == null && look.equals(other);
  }

  Run then(String more) {
    return new Run(text + more, look);
  }

  Run with(String other) {
    return new Run(other, look);
  }

  /// The same as Slack takes it; nothing of an empty text.
  List<RichTextElement> elements() {
    Instant at = look.at();
    return at == null ? pieces(text).stream().map(this::element).toList() : List.of(date(at));
  }

  private RichTextElement element(String piece) {
    return look.url() == null
        ? Text.builder().text(piece).style(look.style()).build()
        : Link.builder().url(look.url()).text(piece).style(look.style()).build();
  }

  private Date date(Instant at) {
    return Date.builder()
        .timestamp(Math.toIntExact(at.getEpochSecond()))
        .format("{time}")
        .fallback(Clean.label(text, LONGEST_FALLBACK))
        .style(look.style())
        .build();
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty()) {
      int end = end(rest);
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return pieces;
  }

  /// One character as readers see it can be longer than an element.
  private static int end(String text) {
    int boundary = Shortening.boundary(text, LONGEST_ELEMENT);
    if (boundary > 0) {
      return boundary;
    }
    boolean half = Character.isHighSurrogate(text.charAt(LONGEST_ELEMENT - 1));
    return half ? LONGEST_ELEMENT - 1 : LONGEST_ELEMENT;
  }
}
