/// Tells a message that was never handed over from one whose answer was lost.
///
/// [OneTry] makes the HTTP client that every network sends with: it never sends twice by itself,
/// and a call that failed before its request was handed over ends in a [NotHandedOver]. Imports
/// nothing of ours.
@NullMarked
package app.bellwire.chat.http;

import org.jspecify.annotations.NullMarked;
