package app.bellwire.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.app.HandWiring;
import app.bellwire.chat.Address;
import app.bellwire.chat.ChatId;
import app.bellwire.chat.UserId;
import app.bellwire.subscription.DeliveryPlan;
import app.bellwire.subscription.Owner;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Days at an even load on a clock moved by hand. What the program remembers of the last thirty
/// days of stories fills first; from then on a day more must not make it hold more. Feeds list
/// their latest twenty items, and ten chats watch.
class SoakAttackTest {
  /// Longer than a storyline takes further events.
  private static final int FILL_HOURS = 31 * 24;

  private static final int DAY = 24;
  private static final boolean LONG = "full".equals(System.getProperty("attack.size"));
  private static final int AN_HOUR = LONG ? 60 : 6;
  private static final int LOOKS_AN_HOUR = LONG ? 20 : 2;
  private static final int LISTED = 20;
  private static final int CHATS = 10;

  @TempDir Path folder;
  private final Random random = new Random(7);
  private int written;

  /// @param heap live bytes after a full collection
  private record Held(long heap, int threads, long files) {
    static Held now() {
      for (int i = 0; i < 3; i++) {
        System.gc();
      }
      UnixOperatingSystemMXBean system =
          (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Held(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          system.getOpenFileDescriptorCount());
    }

    double over(Held before) {
      return (double) heap / before.heap - 1;
    }

    @Override
    public String toString() {
      return "%d KiB, %d threads, %d files".formatted(heap >> 10, threads, files);
    }
  }

  @Test
  void whatIsHeldDoesNotGrowWithTheHours() {
    try (Newsroom room = new Newsroom(folder, Instant.parse("2031-03-04T00:00:00Z"), "")) {
      Wire[] wires = {room.wire("Norda"), room.wire("Kestrel"), room.wire("Oriel")};
      for (int i = 0; i < CHATS; i++) {
        watch(room, i);
      }
      hours(room, wires, 1);
      Held empty = Held.now();
      hours(room, wires, FILL_HOURS - 1);
      Held full = Held.now();
      hours(room, wires, DAY);
      Held end = Held.now();
      System.out.printf(
          "soak: after an hour %s; after %d days %s; a day later %s; %.1f %% more; %d items, %.1f"
              + " KiB for each of the last thirty days%n",
          empty,
          FILL_HOURS / DAY,
          full,
          end,
          end.over(full) * 100,
          written,
          (full.heap - empty.heap) / 1024.0 / (30 * DAY * AN_HOUR));
      assertThat(end.over(full)).as("growth of the live heap").isLessThan(.05);
      assertThat(end.threads).isLessThanOrEqualTo(full.threads + 1);
      assertThat(end.files).isLessThanOrEqualTo(full.files + 1);
    }
  }

  /// Not through a [ChatLog], which keeps what it hears.
  private static void watch(Newsroom room, int number) {
    ChatId chat = room.stores().chats().at(Address.local("c" + number));
    Owner owner = new Owner.InChat(new UserId("local", "you"), "you");
    room.parts()
        .book
        .add(
            chat, HandWiring.query("subject" + number), DeliveryPlan.OPEN, owner, Optional.empty());
  }

  private void hours(Newsroom room, Wire[] wires, int hours) {
    for (int look = 0; look < hours * LOOKS_AN_HOUR; look++) {
      for (int i = 0; i < AN_HOUR / LOOKS_AN_HOUR; i++) {
        wires[i % wires.length].lists(item());
      }
      for (Wire wire : wires) {
        Item[] latest = wire.listed().stream().limit(LISTED).toArray(Item[]::new);
        wire.startsOver(oldestFirst(latest));
        wire.isRead();
      }
      room.later(Duration.ofHours(1).dividedBy(LOOKS_AN_HOUR));
    }
  }

  /// In the order in which they are put in: the newest last.
  private static Item[] oldestFirst(Item[] newestFirst) {
    Item[] oldestFirst = new Item[newestFirst.length];
    for (int i = 0; i < newestFirst.length; i++) {
      oldestFirst[newestFirst.length - 1 - i] = newestFirst[i];
    }
    return oldestFirst;
  }

  private Item item() {
    int number = written++;
    return Item.of(
        "Subject%d %s %s".formatted(random.nextInt(40), word(), word()),
        "The %s %s of %s was noted as %s.".formatted(word(), word(), word(), word()),
        "Number %d was told by %s.".formatted(number, word()));
  }

  private String word() {
    return Long.toString(random.nextLong(Long.MAX_VALUE / 2, Long.MAX_VALUE), 36);
  }
}
