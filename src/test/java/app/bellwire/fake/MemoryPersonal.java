package app.bellwire.fake;

import app.bellwire.chat.ChatId;
import app.bellwire.chat.UserId;
import app.bellwire.command.PersonalData;
import java.util.ArrayList;
import java.util.List;

/// Says what a test lets it say, and notes what was to be forgotten. Thread-safe.
public final class MemoryPersonal implements PersonalData {
  private final List<String> forgotten = new ArrayList<>();
  private Stored stored = new Stored(0, 0, 0, 0, 0);
  private int owned;
  private int elsewhere;

  public synchronized void holds(Stored now, int here, int inOthers) {
    stored = now;
    owned = here;
    elsewhere = inOthers;
  }

  public synchronized List<String> forgotten() {
    return List.copyOf(forgotten);
  }

  @Override
  public synchronized Stored of(ChatId chat) {
    return stored;
  }

  @Override
  public synchronized int owned(UserId person, ChatId chat) {
    return owned;
  }

  @Override
  public synchronized int ownedElsewhere(UserId person, ChatId chat) {
    return elsewhere;
  }

  @Override
  public synchronized void forget(ChatId chat, boolean known) {
    forgotten.add("chat " + chat.value() + (known ? ", which stays" : ""));
    holds(new Stored(0, 0, 0, 0, 0), 0, elsewhere);
  }

  @Override
  public synchronized void forget(UserId person, String name) {
    forgotten.add(person + " " + name);
    elsewhere = 0;
  }

  @Override
  public synchronized void forget(UserId person, String name, ChatId chat) {
    forgotten.add(person + " " + name + " in chat " + chat.value());
  }
}
