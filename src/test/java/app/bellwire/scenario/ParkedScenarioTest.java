package app.bellwire.scenario;

import static app.bellwire.scenario.Heard.edit;
import static app.bellwire.scenario.Heard.rings;
import static app.bellwire.scenario.Heard.silentReply;
import static app.bellwire.scenario.News.AGREED;
import static app.bellwire.scenario.News.CALL;
import static app.bellwire.scenario.News.MEETING;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A chat that takes nothing for a while, and speaks again.
class ParkedScenarioTest extends Scenario {
  private void isBack() {
    room.faults.chatsAreGone(false);
    desk.types("/list");
    desk.isCleared();
    later(Duration.ofSeconds(1));
  }

  @Test
  void upToThreeStoriesOfThatTimeComeSingly() {
    desk.watches("\"water treaty\"");
    room.faults.chatsAreGone(true);
    norda.publishes(News.different(3));
    desk.hearsNothing();
    isBack();
    desk.hears(
        rings(News.headlines(0, 1)), rings(News.headlines(1, 2)), rings(News.headlines(2, 3)));
  }

  @Test
  void moreComeInOneMessage() {
    desk.watches("\"water treaty\"");
    norda.isRead();
    room.faults.chatsAreGone(true);
    norda.publishes(News.different(4));
    later(Duration.ofDays(2));
    desk.hearsNothing();
    isBack();
    desk.hears(
        rings(
            Stream.concat(
                    Stream.of("could not post here", "(removed from the channel)", "4 stories"),
                    Stream.of(News.headlines(0, 4)))
                .toArray(String[]::new)));
  }

  @Test
  void whatBelongsToAStoryTheChatHasComesInItsThread() {
    desk.watches("\"water treaty\"");
    norda.publishes(CALL);
    desk.hears(rings(AGREED));
    room.faults.chatsAreGone(true);
    later(Duration.ofMinutes(30));
    norda.publishes(MEETING);
    desk.hearsNothing();
    isBack();
    desk.hears(silentReply("nine people"), edit(AGREED, "see reply"));
  }
}
