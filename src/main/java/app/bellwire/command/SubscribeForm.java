package app.bellwire.command;

import app.bellwire.chat.Button;
import app.bellwire.chat.Field;
import app.bellwire.chat.Form;
import app.bellwire.chat.Panel;
import app.bellwire.chat.Panel.Input;
import app.bellwire.chat.Panel.Part;
import app.bellwire.chat.Panel.Row;
import app.bellwire.chat.Panel.Said;
import app.bellwire.chat.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A subscription as a form: words, where and when; a look at what they would have brought does not
/// close it.
final class SubscribeForm {
  static final String WORDS = "words";
  private static final String WHERE = "where";
  private static final String WHEN = "when";
  private static final String AS_THE_CHAT = "chat";

  private final Subscribing subscribing;
  private final Hours hours;
  private final Elsewhere elsewhere;

  SubscribeForm(Subscribing subscribing, Hours hours, Elsewhere elsewhere) {
    this.subscribing = subscribing;
    this.hours = hours;
    this.elsewhere = elsewhere;
  }

  /// What stands in the form.
  private record Filled(String words, String where, String when) {
    static Filled of(Ask ask) {
      Map<String, String> fields = ask.message().fields();
      return new Filled(
          fields.getOrDefault(WORDS, "").strip(),
          fields.getOrDefault(WHERE, ""),
          fields.getOrDefault(WHEN, AS_THE_CHAT));
    }
  }

  /// @param words that stand in it to begin with
  Answer blank(Ask ask, String words) {
    Filled filled = new Filled(words, ask.settings().address().id(), AS_THE_CHAT);
    return form(ask, filled, "", Optional.empty());
  }

  /// What the words would have brought, under the fields.
  Supplier<Answer> looked(Ask ask) {
    Filled filled = Filled.of(ask);
    if (filled.words().isEmpty()) {
      return () -> form(ask, filled, FormWords.NO_WORDS, Optional.empty());
    }
    return switch (subscribing.looked(ask, filled.words())) {
      case Subscribing.Misread(String why) -> () -> form(ask, filled, why, Optional.empty());
      case Subscribing.Brought(RichText text) -> () -> form(ask, filled, "", Optional.of(text));
    };
  }

  Supplier<Answer> handedIn(Ask ask) {
    Filled filled = Filled.of(ask);
    if (filled.words().isEmpty()) {
      return () -> form(ask, filled, FormWords.NO_WORDS, Optional.empty());
    }
    Optional<String> wrong = subscribing.wrong(filled.words());
    if (wrong.isPresent()) {
      return () -> form(ask, filled, wrong.get(), Optional.empty());
    }
    List<String> arguments =
        filled.when().equals(AS_THE_CHAT)
            ? List.of(filled.words())
            : List.of(filled.words(), filled.when());
    boolean here = filled.where().isEmpty() || filled.where().equals(ask.settings().address().id());
    if (!here) {
      return elsewhere.there(
          ask,
          "<#" + filled.where() + ">",
          filled.words(),
          there -> () -> hours.subscribe(there, arguments));
    }
    return () -> ask.mayChange() ? hours.subscribe(ask, arguments) : ask.reply(ask.noRights());
  }

  private static Answer form(Ask ask, Filled filled, String problem, Optional<RichText> brought) {
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Input(
            new Field.Line(
                WORDS, FormWords.WORDS, filled.words(), problem, FormWords.WORDS_HINT, true)));
    parts.add(new Input(new Field.Place(WHERE, FormWords.WHERE, filled.where(), "")));
    parts.add(new Input(new Field.Choice(WHEN, FormWords.WHEN, filled.when(), "", timings(ask))));
    parts.add(new Row(List.of(ask.button(FormWords.LOOK, Verbs.FORM_LOOK))));
    brought.ifPresent(text -> parts.add(new Said(text)));
    Button.Press submit = ask.press(Replies.SUBSCRIBE, Verbs.FORM_DONE);
    return Answer.form(new Form(FormWords.SUBSCRIBE_TITLE, new Panel(parts), submit));
  }

  private static List<Field.Option> timings(Ask ask) {
    String times = HoursWords.times(Preview.times(ask.settings().plan().digestAt()));
    return List.of(
        new Field.Option(AS_THE_CHAT, FormWords.AS_THE_CHAT),
        new Field.Option("now", HoursWords.AT_ONCE),
        new Field.Option(times, HoursWords.digestButton(Preview.times(List.of()))));
  }
}
