package app.bellwire.chat.telegram;

import java.util.List;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/// Text as Telegram takes it, with what stands where in it. Immutable.
///
/// @param entities offsets and lengths are UTF-16 code units of `text`
record Formatted(String text, List<MessageEntity> entities) {
  Formatted {
    entities = List.copyOf(entities);
  }
}
