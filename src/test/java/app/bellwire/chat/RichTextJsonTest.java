package app.bellwire.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.RichText.Block;
import app.bellwire.chat.RichText.Bold;
import app.bellwire.chat.RichText.Code;
import app.bellwire.chat.RichText.Fold;
import app.bellwire.chat.RichText.Link;
import app.bellwire.chat.RichText.News;
import app.bellwire.chat.RichText.Node;
import app.bellwire.chat.RichText.Struck;
import app.bellwire.chat.RichText.Text;
import app.bellwire.chat.RichText.Time;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RichTextJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<Arguments> nodes() {
    return Stream.of(
        node(new Text("a\n\"b\""), "{'t':'text','text':'a\\n\\\"b\\\"'}"),
        node(new Bold(RichText.of("a")), "{'t':'bold','nodes':[{'t':'text','text':'a'}]}"),
        node(new Struck(RichText.of("a")), "{'t':'struck','nodes':[{'t':'text','text':'a'}]}"),
        node(new Code("a b"), "{'t':'code','text':'a b'}"),
        node(new Block("a\n ^"), "{'t':'block','text':'a\\n ^'}"),
        node(
            new Link("Norda", URI.create("https://norda.example/1?a=b")),
            "{'t':'link','label':'Norda','href':'https://norda.example/1?a=b'}"),
        node(
            new Time(Instant.parse("2031-03-04T12:00:00Z"), "12:00 UTC"),
            "{'t':'time','at':'2031-03-04T12:00:00Z','fallback':'12:00 UTC'}"),
        node(
            new Fold("Background", new RichText(List.of(new News("x", "fr")))),
            "{'t':'fold','title':'Background','nodes':[{'t':'news','text':'x','lang':'fr'}]}"),
        node(new News("Vreme", "sr"), "{'t':'news','text':'Vreme','lang':'sr'}"));
  }

  private static Arguments node(Node node, String json) {
    return Arguments.of(node, "[" + json.replace('\'', '"') + "]");
  }

  @ParameterizedTest
  @MethodSource("nodes")
  void aNodeHasOneFormAndComesBack(Node node, String json) throws JsonProcessingException {
    RichText text = new RichText(List.of(node));
    assertThat(RichTextJson.toJson(text).toString()).isEqualTo(json);
    assertThat(RichTextJson.fromJson(MAPPER.readTree(json))).isEqualTo(text);
  }

  @Test
  void everyKindOfNodeIsInTheTable() {
    Stream<Class<?>> inTable = nodes().map(arguments -> arguments.get()[0].getClass());
    assertThat(inTable).containsExactlyInAnyOrder(Node.class.getPermittedSubclasses());
  }

  @Test
  void aNodeOfAnUnknownKindBecomesItsText() throws JsonProcessingException {
    assertThat(RichTextJson.fromJson(MAPPER.readTree("[{\"t\":\"sparkle\",\"text\":\"a\"},{}]")))
        .isEqualTo(new RichText(List.of(new Text("a"), new Text(""))));
  }
}
