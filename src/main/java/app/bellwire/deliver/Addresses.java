package app.bellwire.deliver;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;

/// Where a chat is found now. Thread-safe.
public interface Addresses {
  Address of(ChatId chat);
}
