package app.bellwire.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.fake.ChatFault;
import app.bellwire.fake.ChatFault.How;
import app.bellwire.fake.TelegramFault;
import app.bellwire.fake.TelegramFaults.Rule;
import app.bellwire.fake.TelegramTranscript.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What becomes of chats while a [TelegramRig] tells them news. Confined to the test.
final class TelegramChanges {
  private static final long ANN = 501;
  private static final long BEN = 502;
  private static final long EVE = 503;
  private static final long MOVES = -4001;
  private static final long MOVES_UNHEARD = -4002;
  private static final long MOVED = -1_004_001;
  private static final long MOVED_UNHEARD = -1_004_002;
  private static final long KICKS = -1_004_003;
  private static final long FORUM = -1_004_004;
  private static final int MANY = 5;

  private final TelegramRig rig;
  private final List<String> all = new ArrayList<>();
  private int closes;
  private int goes;

  TelegramChanges(TelegramRig rig) {
    this.rig = rig;
  }

  void start() throws IOException, InterruptedException {
    rig.person(ANN).person(BEN).person(EVE);
    rig.server().places().group(MOVES, "Moves").group(MOVES_UNHEARD, "Moves unheard");
    rig.server().places().supergroup(KICKS, "Kicks").forum(FORUM, "Forum");
    for (long group : List.of(MOVES, MOVES_UNHEARD, KICKS, FORUM)) {
      rig.joined(group, ANN);
    }
    closes = rig.server().places().topic(FORUM, "Closes");
    goes = rig.server().places().topic(FORUM, "Goes");
    rig.watches(BEN, "amber").watches(EVE, "basalt");
    rig.watches(MOVES, "cobalt").watches(MOVES_UNHEARD, "dolomite").watches(KICKS, "emerald");
    rig.watches(FORUM + "/" + closes, "feldspar").watches(FORUM + "/" + goes, "granite");
    rig.forget().start();
    rig.listening();
  }

  private String publish(String words) {
    String mark = rig.publishes(words);
    all.add(mark);
    return mark;
  }

  private List<String> publish(String words, int reports) {
    List<String> marks = rig.publishes(words, reports);
    all.addAll(marks);
    return marks;
  }

  /// A group becomes a supergroup: the program is told, or finds out when it writes there.
  void migration() {
    Entry before = rig.told(MOVES, publish("cobalt"));
    assertThat(before.chat()).isEqualTo(MOVES);
    rig.server().places().migrate(MOVES, MOVED);
    rig.told(MOVED, publish("cobalt"));
    rig.told(MOVES_UNHEARD, publish("dolomite"));
    deaf();
    rig.server().places().migrate(MOVES_UNHEARD, MOVED_UNHEARD);
    rig.told(MOVED_UNHEARD, publish("dolomite"));
    rig.server().faults().end();
    rig.server().people().say(ANN, MOVED_UNHEARD, "/list");
    rig.told(MOVED_UNHEARD, "dolomite");
    rig.server().people().say(ANN, MOVED, "/list");
    rig.told(MOVED, publish("cobalt"));
    rig.told(MOVED_UNHEARD, publish("dolomite"));
  }

  /// Polls fail: what becomes of a chat is seen by how it takes messages.
  private void deaf() {
    TelegramFault fault = TelegramFault.of(ChatFault.lostRequest(How.RESET));
    rig.server().faults().add(Rule.of("getUpdates", fault).always());
    rig.until(() -> !rig.server().isPolled() || poked());
  }

  /// Ends a poll that waits.
  private boolean poked() {
    rig.server().people().say(EVE, "/help");
    return false;
  }

  void blockHeard() {
    rig.told(BEN, publish("amber"));
    rig.server().people().block(BEN);
    List<String> marks = publish("amber", MANY);
    parked(marks);
    rig.server().people().unblock(BEN);
    together(BEN, marks);
    rig.told(BEN, publish("amber"));
  }

  void blockUnheard() {
    deaf();
    rig.server().people().block(EVE);
    List<String> marks = publish("basalt", 2);
    parked(marks);
    rig.server().faults().end();
    rig.until(() -> rig.server().pending().isEmpty());
    rig.server().people().unblock(EVE);
    marks.forEach(mark -> rig.told(EVE, mark));
    rig.told(EVE, publish("basalt"));
  }

  void kickAndAdd() {
    rig.told(KICKS, publish("emerald"));
    rig.server().people().kick(ANN, KICKS);
    List<String> marks = publish("emerald", MANY);
    parked(marks);
    rig.server().people().add(ANN, KICKS);
    together(KICKS, marks);
    rig.told(KICKS, publish("emerald"));
  }

  void topics() {
    assertThat(rig.told(FORUM, publish("feldspar")).thread()).isEqualTo(closes);
    rig.server().places().closeTopic(FORUM, closes);
    assertThat(rig.told(FORUM, publish("feldspar")).thread()).isZero();
    assertThat(rig.told(FORUM, publish("granite")).thread()).isEqualTo(goes);
    rig.server().places().deleteTopic(FORUM, goes);
    assertThat(rig.told(FORUM, publish("granite")).thread()).isZero();
  }

  private void parked(List<String> marks) {
    rig.until(
        () -> {
          String parked =
              rig.rows().stream()
                  .filter(row -> row.state().equals("PARKED"))
                  .map(Books.Row::message)
                  .collect(Collectors.joining());
          return marks.stream().allMatch(parked::contains);
        });
  }

  private void together(long chat, List<String> marks) {
    Entry one = rig.told(chat, marks.getFirst());
    assertThat(one.text()).contains(marks);
  }

  /// How often each of all alerts came, wherever.
  List<String> notOnce() {
    rig.drained();
    List<Entry> sends = rig.sends();
    return all.stream()
        .filter(mark -> sends.stream().filter(e -> e.text().contains(mark)).count() != 1)
        .toList();
  }

  int alerts() {
    return all.size();
  }
}
