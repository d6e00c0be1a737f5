package app.bellwire.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Updates that nobody can read, among what people type. Confined to the test.
final class TelegramPoison {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WHO = "\"from\": {\"id\": 501, \"is_bot\": false}";
  private static final String HERE = "\"chat\": {\"id\": 501, \"type\": \"private\"}";

  /// None of them can be answered.
  static final List<String> UPDATES =
      List.of(
          "{}",
          "{\"message\": null}",
          "{\"message\": 7}",
          "{\"message\": []}",
          "{\"message\": {\"chat\": \"everywhere\", \"text\": \"/list\"}}",
          "{\"message\": {\"chat\": {\"id\": \"x\"}, \"text\": \"/list\"}}",
          "{\"message\": {\"text\": \"/list\"}}",
          "{\"message\": {%s, \"from\": 5, \"text\": \"/list\"}}".formatted(HERE),
          "{\"message\": {%s, %s, \"text\": {\"a\": [\"/list\"]}, \"date\": \"now\"}}"
              .formatted(HERE, WHO),
          "{\"message\": {%s, %s, \"text\": \"/lisp\", \"date\": 10000000000000000}}"
              .formatted(HERE, WHO),
          "{\"message\": {%s, %s, \"text\": \"/lisp\", \"date\": -9000000000000000000}}"
              .formatted(HERE, WHO),
          "{\"message\": {\"chat\": {\"id\": -7}, \"migrate_to_chat_id\": 1e300}}",
          "{\"message\": {\"chat\": {\"id\": -7}, \"migrate_to_chat_id\": 99999999999999999999}}",
          "{\"callback_query\": {}}",
          "{\"callback_query\": {\"id\": 5, \"data\": \"x\", \"message\": {\"chat\": {}}}}",
          "{\"callback_query\": {\"id\": \"9\", \"data\": \"x\", \"message\": {%s}}}"
              .formatted(HERE),
          "{\"callback_query\": {\"id\": \"9\", %s, \"data\": \"x\", \"message\": {%s, \"message_id\": \"q\"}}}"
              .formatted(WHO, HERE),
          "{\"my_chat_member\": \"?\"}",
          "{\"my_chat_member\": {%s}}".formatted(HERE),
          "{\"my_chat_member\": {\"chat\": {\"id\": -8}, \"new_chat_member\": {\"status\": 3}}}",
          "{\"poll\": {\"id\": \"1\"}}");

  /// @param wrong people who did not get an answer for each of their commands, once
  record Result(int commands, int poison, List<String> wrong, int left) {}

  private final TelegramRig rig;

  TelegramPoison(TelegramRig rig) {
    this.rig = rig;
  }

  /// `people` type `each` commands, with poison between them.
  Result run(int people, int each) throws IOException, InterruptedException {
    List<Long> who = new ArrayList<>();
    for (long person = 601; person < 601 + people; person++) {
      rig.person(person);
      who.add(person);
    }
    rig.person(501).forget().unpaced().start();
    rig.listening();
    int poison = 0;
    for (int i = 0; i < each; i++) {
      for (long person : who) {
        rig.server().people().say(person, "/sub " + asked(person, i));
        rig.server().people().inject(update(poison++));
      }
    }
    rig.until(
        () -> unlike(who, each, sends -> sends > 0).isEmpty() && rig.server().pending().isEmpty());
    List<String> wrong = unlike(who, each, sends -> sends == 1);
    return new Result(people * each, poison, wrong, rig.server().pending().size());
  }

  /// Commands whose number of answers is not as it should be.
  private List<String> unlike(List<Long> who, int each, IntPredicate right) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (long person : who) {
      for (int i = 0; i < each; i++) {
        if (!right.test(rig.sends(person, asked(person, i)).size())) {
          wrong.add(person + ": " + asked(person, i));
        }
      }
    }
    return wrong;
  }

  private static String asked(long person, int number) {
    return Rig.word((int) person * 100 + number);
  }

  private static ObjectNode update(int number) throws JsonProcessingException {
    return (ObjectNode) JSON.readTree(UPDATES.get(number % UPDATES.size()));
  }
}
