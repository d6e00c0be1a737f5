package app.bellwire.command;

import app.bellwire.chat.Address;
import app.bellwire.chat.UserId;

/// A person in a chat, whose next words may be meant for something begun before.
record Author(Address chat, UserId user) {}
