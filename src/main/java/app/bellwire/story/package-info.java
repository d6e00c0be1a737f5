/// Places articles in events and storylines and tells what is new in each.
///
/// Begin with [StoryTracker] and the [StoryUpdate] it answers. An [Event] is what one chat thread
/// is about; a storyline links events over weeks. Placement is online and stable: an id once given
/// never changes. Knows nothing of subscriptions or chats. Imports `article` and `text`.
@NullMarked
package app.bellwire.story;

import org.jspecify.annotations.NullMarked;
