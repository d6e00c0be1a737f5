package app.bellwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.notice.Condition;
import app.bellwire.notice.Condition.ChatParked;
import app.bellwire.notice.Notice;
import app.bellwire.notice.NoticeStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class NoticeStoreContract extends StoreContract {
  private final NoticeStore notices = stores.notices();

  NoticeStoreContract(Database database) {
    super(database);
  }

  private static Condition gone(long chat, int waiting) {
    return new ChatParked(new ChatId(chat), "slack:C1", "slack", NOON, "archived", waiting);
  }

  private Notice begun(long id, long chat) {
    Notice notice = Notice.first(id, gone(chat, 7), NOON);
    assertThat(notices.begin(notice)).isTrue();
    return notice;
  }

  @Test
  void whatWasToldIsKnownOldestFirst() {
    assertThat(notices.open()).isEmpty();
    Notice second = begun(2, 1);
    Notice first = begun(1, 2);
    assertThat(notices.open()).containsExactly(first, second);
  }

  @Test
  void ofACauseAndThingThereIsOneAtATime() {
    Notice first = begun(1, 7);
    assertThat(notices.begin(Notice.first(2, gone(7, 7), NOON))).isFalse();
    assertThat(notices.open()).containsExactly(first);
  }

  @Test
  void whatIsOverIsNotOpenAndMayBeginAnew() {
    Notice first = begun(1, 7);
    assertThat(notices.end(first, NOON.plusSeconds(60))).isTrue();
    assertThat(notices.end(first, NOON.plusSeconds(61))).isFalse();
    assertThat(notices.open()).isEmpty();
    Notice second = begun(2, 7);
    assertThat(notices.open()).containsExactly(second);
    assertThat(count("notices")).isEqualTo(1);
  }

  @Test
  void oneOfTwoThatReplaceItIsFirst() {
    Notice first = begun(1, 7);
    Notice again = first.again(gone(7, 8), NOON.plusSeconds(3_600));
    assertThat(notices.replace(first, again)).isTrue();
    assertThat(notices.replace(first, again)).isFalse();
    assertThat(notices.open()).containsExactly(again);
    Notice edited = again.edited(gone(7, 9), NOON.plusSeconds(4_000));
    assertThat(notices.replace(again, edited)).isTrue();
    assertThat(notices.open()).containsExactly(edited);
    assertThat(notices.end(edited, NOON)).isTrue();
    assertThat(notices.replace(edited, again)).isFalse();
  }

  @Test
  void itIsHushedForLongerOnly() {
    Notice first = begun(1, 7);
    assertThat(notices.hush(first.key(), NOON.plusSeconds(60))).isTrue();
    assertThat(notices.open()).containsExactly(first);
    assertThat(notices.hush(first.key(), NOON.plus(Duration.ofDays(1)))).isTrue();
    assertThat(notices.open().getFirst().said().again()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    notices.end(first, NOON);
    assertThat(notices.hush(first.key(), NOON.plus(Duration.ofDays(2)))).isFalse();
  }

  @Test
  void whatIsLongOverIsPruned() {
    notices.end(begun(1, 7), NOON);
    Notice lasts = begun(2, 8);
    new Pruning(database).prune(Keep.DEFAULT, NOON.plus(Duration.ofDays(31)));
    assertThat(count("notices")).isEqualTo(1);
    assertThat(notices.open()).isEqualTo(List.of(lasts));
  }

  @Test
  void whatIsSaidOfAChatGoesWithIt() {
    ChatId chat = stores.chats().at(Address.local("c1"));
    begun(1, chat.value());
    Notice other = begun(2, chat.value() + 1);
    stores.personal().forget(chat, false);
    assertThat(notices.open()).containsExactly(other);
  }

  @Test
  void idsGoOnAboveIt() {
    begun(Long.MAX_VALUE / 2, 7);
    assertThat(database.highestId()).isEqualTo(Long.MAX_VALUE / 2);
  }
}
