package app.bellwire.notice;

/// What kind of thing is wrong.
public enum Cause {
  /// A source cannot be read.
  SOURCE(false, false),
  /// A changed file was refused.
  CONFIG(false, true),
  /// A change waits, because it would end most subscriptions.
  MASS(false, true),
  /// A chat takes nothing.
  CHAT(false, false),
  /// A topic is closed or gone.
  TOPIC(false, false),
  /// A network refuses the token.
  TOKEN(true, false),
  /// Another program reads the bot's messages.
  TWO(true, false),
  /// A network is not reached.
  NETWORK(false, false),
  /// Subscriptions ask for meaning and nothing reads it.
  MEANING(false, false);

  private final boolean sounds;
  private final boolean newest;

  Cause(boolean sounds, boolean newest) {
    this.sounds = sounds;
    this.newest = newest;
  }

  /// Whether a notice of it may sound: nobody gets anything meanwhile, or everybody twice.
  public boolean sounds() {
    return sounds;
  }

  /// Whether a later one takes the place of one before at once, as a file changed again does. The
  /// others are one trouble that goes on.
  public boolean newest() {
    return newest;
  }
}
