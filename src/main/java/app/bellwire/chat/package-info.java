/// The neutral words for talking to people.
///
/// Begin with [Chat], one network, and [OutgoingMessage], what it is asked to say. [RichText] is a
/// tree that each network turns into its own markup; [SendResult] is the closed list of answers.
/// Imports nothing of ours.
@NullMarked
package app.bellwire.chat;

import org.jspecify.annotations.NullMarked;
