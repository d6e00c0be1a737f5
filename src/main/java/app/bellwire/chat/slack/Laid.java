package app.bellwire.chat.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/// A message as Slack takes it. Immutable, except that Slack's own types are not.
///
/// @param text what notifications show and screen readers read, in Slack's markup; never empty
/// @param blocks what the message shows; none where the text is all there is
record Laid(String text, List<LayoutBlock> blocks) {
  Laid {
    blocks = List.copyOf(blocks);
  }
}
