package app.bellwire.app;

import app.bellwire.chat.Inbox;
import app.bellwire.chat.Incoming;
import app.bellwire.work.Bell;

/// An inbox that wakes whoever carries out what is handed in. Thread-safe.
record RingingInbox(Inbox inbox, Bell bell) implements Inbox {
  @Override
  public boolean accept(Incoming incoming) {
    boolean accepted = inbox.accept(incoming);
    bell.ring();
    return accepted;
  }
}
