package io.gatehouse.erpnext;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.effects.Effects;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Without credentials everything happens but the posting. */
@GatehouseTest
class SandboxedPostsTest {

  private final Webhooks webhooks;
  private final Conversations conversations;
  private final Gatekeeper gatekeeper;
  private final Effects effects;
  private final Tables tables;

  SandboxedPostsTest(
      final Webhooks webhooks,
      final Conversations conversations,
      final Gatekeeper gatekeeper,
      final Effects effects,
      final Tables tables) {
    this.webhooks = webhooks;
    this.conversations = conversations;
    this.gatekeeper = gatekeeper;
    this.effects = effects;
    this.tables = tables;
  }

  @Test
  void a_leak_leaves_a_banner_and_an_alert_as_they_would_have_been_sent() {
    webhooks.send(Documents.comment("c1", "ann@mail.ca", 1, "<p>my number is 604-555-0143</p>"));
    effects.runDue();
    assertThat(
            tables.strings(
                "select kind || ' ' || (request ->> 'method') || ' ' || (request ->> 'path')"
                    + " from sandbox_effect order by number"))
        .containsExactly(
            "erpnext.banner POST /api/resource/Comment", "erpnext.alert POST /api/resource/Issue");
    assertThat(tables.one("select request -> 'body' ->> 'reference_name' from sandbox_effect"))
        .isEqualTo("ISS-1");
    assertThat(tables.one("select request from sandbox_effect where kind = 'erpnext.alert'"))
        .doesNotContain("604-555");
    assertThat(tables.one("select sender_warned_at is not null from anti_poaching_attempt"))
        .isEqualTo("t");
  }

  @Test
  void an_sms_that_escalates_is_alerted_too_but_gets_no_banner() {
    final Conversation walk = walk();
    for (int n = 1; n <= 3; n++) {
      gatekeeper.screen(sms(walk, "m" + n));
    }
    effects.runDue();
    assertThat(tables.strings("select request from sandbox_effect where lane = 'erpnext'"))
        .singleElement()
        .asString()
        .contains("Conversation flag in walk-1", "Cleo (***-***-0143), client", "Message withheld")
        .doesNotContain("6045550143", "555-0199");
  }

  private Conversation walk() {
    final Person client = new Person("Cleo", null, "+16045550143", null);
    return conversations.learn(
        OrganizationId.DEFAULT,
        Channel.SMS,
        "walk-1",
        new Registration(client, null, List.of(), Known.NOTHING, null));
  }

  private static Incoming sms(final Conversation walk, final String key) {
    final var sender =
        new Origin.Sender(
            Role.CLIENT, Objects.requireNonNull(walk.people().client()).id(), "+16045550143");
    return new Incoming(
        new Origin(OrganizationId.DEFAULT, Channel.SMS, Direction.INBOUND, sender, Map.of()),
        walk,
        new Content("my other number is 604-555-0199", Format.PLAIN),
        Known.NOTHING,
        new NaturalKey("test", key, null),
        Handling.SCREEN);
  }
}
