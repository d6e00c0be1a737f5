package app.bellwire.web;

import app.bellwire.web.DeskView.Part;
import app.bellwire.web.DeskView.SourceRow;
import app.bellwire.web.DeskView.Sum;
import app.bellwire.web.DeskView.Trouble;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// A [DeskView] as JSON, with the words of [StatusPage]; times are ISO-8601 UTC.
final class DeskJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addSerializer(ZoneId.class, ToStringSerializer.instance))
          .build();

  private DeskJson() {}

  static ObjectNode of(DeskView desk) {
    ObjectNode json = MAPPER.createObjectNode().put("now", desk.now().toString());
    json.set("verdict", MAPPER.valueToTree(StatusPage.verdict(desk)));
    json.set("program", MAPPER.valueToTree(desk.program()));
    json.set("troubles", troubles(desk.troubles()));
    json.set("halfHours", MAPPER.valueToTree(desk.halfHours()));
    json.set("missing", MAPPER.valueToTree(StatusPage.missing(desk.halfHours())));
    json.set("sum", sum(desk.sum()));
    json.set("sources", sources(desk.sources()));
    json.set("waiting", MAPPER.valueToTree(desk.waiting()));
    json.set("alerts", MAPPER.valueToTree(desk.alerts()));
    json.set("config", MAPPER.valueToTree(desk.config()));
    return json;
  }

  private static ArrayNode troubles(List<Trouble> troubles) {
    ArrayNode rows = MAPPER.createArrayNode();
    for (Trouble trouble : StatusPage.worstFirst(troubles)) {
      ObjectNode row = MAPPER.valueToTree(trouble);
      rows.add(row.put("id", StatusPage.rowOf(rows.size())));
    }
    return rows;
  }

  private static ObjectNode sum(Sum sum) {
    ObjectNode json =
        MAPPER.createObjectNode().put("since", sum.since().toString()).put("read", sum.read());
    json.set("matched", parts(sum.matched()));
    json.set("others", parts(sum.others()));
    json.set("messages", parts(sum.messages()));
    json.set("late", MAPPER.valueToTree(sum.late()));
    if (sum.delay() != null) {
      json.put("median", StatusPage.words(sum.delay().median()));
      json.put("slowest", StatusPage.words(sum.delay().slowest()));
    }
    return json;
  }

  private static ObjectNode parts(List<Part> parts) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("total", Sum.total(parts));
    json.set("parts", MAPPER.valueToTree(parts));
    return json;
  }

  private static ArrayNode sources(List<SourceRow> sources) {
    ArrayNode rows = MAPPER.createArrayNode();
    for (SourceRow source : StatusPage.inOrder(sources)) {
      ObjectNode row = MAPPER.valueToTree(source);
      rows.add(row.put("words", StatusPage.state(source)));
    }
    return rows;
  }
}
