package app.bellwire.command;

/// The words of forms and of the page, in English. Pure.
final class FormWords {
  static final String SUBSCRIBE_TITLE = "Subscribe";
  static final String WORDS = "Words to hear about";
  static final String WORDS_HINT = "Lavrov Blinken";
  static final String WHERE = "Where alerts come";
  static final String WHEN = "When they come";
  static final String AS_THE_CHAT = "As it is set there";
  static final String LOOK = "Look";
  static final String SUBSCRIBE_FORM = "Subscribe…";
  static final String NO_WORDS = "Type the words to watch for.";
  static final String SETTINGS_TITLE = "Settings";
  static final String SETTINGS = "Settings…";
  static final String SAVE = "Save";
  static final String QUIET = "Quiet hours, empty for none";
  static final String QUIET_HINT = "22:00-07:00";
  static final String DIGEST = "Digest times, empty for alerts at once";
  static final String DIGEST_HINT = "08:00,18:00";
  static final String ZONE = "Time zone";
  static final String ZONE_HINT = "Europe/Berlin";
  static final String NO_ZONE = "No such city or zone. For example: Berlin, or Europe/Berlin";
  static final String WATCHED = "Watched here";
  static final String NEWS_SOURCES = "Sources";
  static final String BEGIN = "Begin";
  static final String FIRST_STEPS =
      "1. Type words and press Look: what they would have brought is shown, nothing is stored."
          + "\n2. Press Subscribe: alerts come here, or in a channel that you choose."
          + "\n3. In a channel: /invite @Bellwire there, then /sub and the words.";
  static final String LATE =
      "The form could not be shown: it was closed meanwhile, or the three seconds that Slack gives"
          + " were over. Nothing was changed; try again.";

  private FormWords() {}

  static String more(int more) {
    return "\nand " + more + " more; /list shows all.";
  }
}
