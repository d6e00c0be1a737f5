package app.bellwire.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.chat.Address;
import app.bellwire.chat.OnUncertain;
import app.bellwire.config.Settings;
import app.bellwire.config.Settings.ChatRule;
import app.bellwire.fake.HandClock;
import app.bellwire.fake.MemoryChats;
import app.bellwire.subscription.WhoMay;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatRulesTest {
  private final MemoryChats chats = new MemoryChats();
  @TempDir Path folder;
  private ChatRules rules;

  @BeforeEach
  void begin() {
    Settings settings =
        new Configured(folder, HandClock.at("2031-03-04T12:00:00Z"))
            .says(
                """
                telegram: { on_uncertain: resend }
                chats:
                  - { id: "telegram:-1001", on_uncertain: hold }
                  - { id: "telegram:-1001/7", who_may: members }
                  - { id: "slack:C2B", who_may: members }
                  - { id: "telegram:@deskwire", who_may: listed, on_uncertain: hold }
                """)
            .settings();
    rules = new ChatRules(() -> settings, chats);
  }

  @ParameterizedTest
  @CsvSource({
    "telegram:-1001, ADMINS, HOLD",
    "telegram:-1001/7, MEMBERS, HOLD",
    "telegram:-1001/8, ADMINS, HOLD",
    "telegram:@deskwire, LISTED, HOLD",
    "telegram:-1002, ADMINS, RESEND",
    "slack:C1A, ADMINS, RECONCILE",
    "slack:T1/C2B, MEMBERS, RECONCILE",
    "local:desk, ADMINS, RECONCILE"
  })
  void aRuleIsThatOfTheChatElseOfItsGroup(String chat, WhoMay whoMay, OnUncertain onUncertain) {
    Address address = Address.parse(chat).orElseThrow();
    assertThat(rules.around(address).map(ChatRule::whoMay).orElse(WhoMay.ADMINS)).isEqualTo(whoMay);
    assertThat(rules.onUncertain(address)).isEqualTo(onUncertain);
  }

  @Test
  void aRuleForANameHoldsUnderTheId() {
    Address id = Address.parse("telegram:-1002").orElseThrow();
    chats.settle(Address.parse("telegram:@deskwire").orElseThrow(), id);
    assertThat(rules.of(id).map(ChatRule::whoMay)).contains(WhoMay.LISTED);
    assertThat(rules.onUncertain(id)).isEqualTo(OnUncertain.HOLD);
  }
}
