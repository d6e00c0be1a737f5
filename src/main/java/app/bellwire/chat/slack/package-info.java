/// Slack: its limits, its markup, its errors. Imports `chat` and `inbound`.
@NullMarked
package app.bellwire.chat.slack;

import org.jspecify.annotations.NullMarked;
