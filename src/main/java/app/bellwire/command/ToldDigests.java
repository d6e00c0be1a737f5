package app.bellwire.command;

import app.bellwire.alert.Alert;
import app.bellwire.chat.ChatId;
import java.util.List;
import java.util.OptionalLong;

/// What the digests of a chat told. Implementations are thread-safe.
public interface ToldDigests {
  /// Where none are kept.
  ToldDigests NONE =
      new ToldDigests() {
        @Override
        public OptionalLong latest(ChatId chat) {
          return OptionalLong.empty();
        }

        @Override
        public List<Alert> stories(ChatId chat, long digest) {
          return List.of();
        }
      };

  /// The chat's last digest.
  OptionalLong latest(ChatId chat);

  /// Its stories in the order in which it told them, those it did not show last; none when it is
  /// not kept in that chat.
  List<Alert> stories(ChatId chat, long digest);
}
