package app.bellwire.pipeline;

import app.bellwire.alert.AlertLog;
import app.bellwire.alert.DigestLog;
import app.bellwire.alert.HeldAlerts;
import app.bellwire.alert.LeftOut;

/// What is kept of the alerts of all chats: what was told, what waits, what was told together and
/// what was left out.
public record AlertBooks(AlertLog log, HeldAlerts held, DigestLog digests, LeftOut leftOut) {}
