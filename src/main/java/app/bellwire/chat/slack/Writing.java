package app.bellwire.chat.slack;

import app.bellwire.chat.RichText;
import app.bellwire.chat.RichText.Node;
import app.bellwire.chat.slack.Run.Look;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Writes rich text as one `rich_text` block. Its texts are never read as markup: what others have
/// written needs no escaping and cannot mention, link or format anything. A page is linked where it
/// is named first and is text from then on. Pure; an instance writes one text.
final class Writing {
  private static final Pattern LEADING_LINES = Pattern.compile("^\\n+");
  private static final Pattern ENDED = Pattern.compile("[.?!:…]$");

  private final List<BlockElement> parts = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private final Set<String> linked = new HashSet<>();
  private boolean folded;

  private Writing() {}

  static RichTextBlock block(RichText text, String blockId) {
    Writing writing = new Writing();
    writing.write(text, Look.PLAIN);
    writing.end(Writing::section);
    if (writing.parts.isEmpty()) {
      writing.run(Clean.NOTHING, Look.PLAIN);
      writing.end(Writing::section);
    }
    return RichTextBlock.builder().elements(writing.parts).blockId(blockId).build();
  }

  private void write(RichText text, Look look) {
    text.nodes().forEach(node -> write(node, look));
  }

  private void write(Node node, Look look) {
    switch (node) {
      case RichText.Text text -> run(text.text(), look);
      case RichText.News news -> run(news.text(), look);
      case RichText.Bold bold -> write(bold.content(), look.inBold());
      case RichText.Struck struck -> write(struck.content(), look.inStruck());
      case RichText.Code code -> run(code.text(), look.inCode());
      case RichText.Link link -> run(link.label(), to(link, look));
      case RichText.Time time -> run(time.fallback(), look.showing(time.at()));
      case RichText.Block block -> block(block, look);
      case RichText.Fold fold -> fold(fold, look);
    }
  }

  private Look to(RichText.Link link, Look look) {
    if (Clean.blank(Clean.text(link.label()))) {
      return look;
    }
    return Links.web(link.target()).filter(linked::add).map(look::linking).orElse(look);
  }

  /// A quote takes nothing but text; lines in it are code.
  private void block(RichText.Block block, Look look) {
    if (folded) {
      run("\n" + block.text() + "\n", look.inCode());
      return;
    }
    end(Writing::section);
    run(block.text(), Look.PLAIN);
    end(Writing::preformatted);
  }

  /// Slack does not fold: what would be folded is a quote. One in another is its title and text.
  private void fold(RichText.Fold fold, Look look) {
    if (folded) {
      titled(fold, look);
      return;
    }
    end(Writing::section);
    folded = true;
    titled(fold, look);
    folded = false;
    end(Writing::quote);
  }

  private void titled(RichText.Fold fold, Look look) {
    String title = Clean.line(fold.title());
    boolean ended = title.isEmpty() || ENDED.matcher(title).find();
    run(title + (ended ? "" : ".") + " ", look.inBold());
    write(fold.content(), look);
  }

  private void run(String text, Look look) {
    String words = Clean.text(text);
    if (!runs.isEmpty() && runs.getLast().joins(look)) {
      runs.add(runs.removeLast().then(words));
    } else if (!words.isEmpty() || look.at() != null) {
      runs.add(new Run(words, look));
    }
  }

  /// Ends a part, each of which stands on lines of its own.
  private void end(Function<List<RichTextElement>, BlockElement> part) {
    if (!runs.stream().allMatch(Run::blank)) {
      trimStart();
      trimEnd();
      parts.add(part.apply(runs.stream().flatMap(run -> run.elements().stream()).toList()));
    }
    runs.clear();
  }

  private void trimStart() {
    while (runs.getFirst().look().at() == null) {
      Run first = runs.removeFirst();
      String text = LEADING_LINES.matcher(first.text()).replaceFirst("");
      if (!text.isEmpty()) {
        runs.addFirst(first.with(text));
        return;
      }
    }
  }

  private void trimEnd() {
    while (runs.getLast().look().at() == null) {
      Run last = runs.removeLast();
      String text = last.text().stripTrailing();
      if (!text.isEmpty()) {
        runs.addLast(last.with(text));
        return;
      }
    }
  }

  private static BlockElement section(List<RichTextElement> elements) {
    return RichTextSectionElement.builder().elements(elements).build();
  }

  private static BlockElement quote(List<RichTextElement> elements) {
    return RichTextQuoteElement.builder().elements(elements).build();
  }

  private static BlockElement preformatted(List<RichTextElement> elements) {
    return RichTextPreformattedElement.builder().elements(elements).build();
  }
}
