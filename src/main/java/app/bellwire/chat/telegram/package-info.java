/// Telegram: its limits, its markup, its errors. Imports `chat` and `inbound`.
@NullMarked
package app.bellwire.chat.telegram;

import org.jspecify.annotations.NullMarked;
