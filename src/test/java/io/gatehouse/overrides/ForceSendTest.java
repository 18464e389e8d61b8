package io.gatehouse.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
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
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatehouseTest
class ForceSendTest {

  private static final OrganizationId HERE = OrganizationId.DEFAULT;
  private static final String WHY = "{\"reason\":\"the vet's own number\"}";

  private final Gatekeeper gatekeeper;
  private final Conversations conversations;
  private final Effects effects;
  private final Api api;
  private final Keys keys;
  private final Tables tables;

  private @Nullable Conversation session;
  private String owner = "";

  ForceSendTest(
      final Gatekeeper gatekeeper,
      final Conversations conversations,
      final Effects effects,
      final Api api,
      final Keys keys,
      final Tables tables) {
    this.gatekeeper = gatekeeper;
    this.conversations = conversations;
    this.effects = effects;
    this.api = api;
    this.keys = keys;
    this.tables = tables;
  }

  @BeforeEach
  void register() {
    owner = keys.with(Caller.OWNER);
    session =
        conversations.register(
            HERE,
            Channel.SMS,
            "walk-1",
            new Registration(
                new Person("Cleo", null, "+16045550143", null),
                new Person("Sam", null, "+16045550144", null),
                List.of(),
                Known.NOTHING,
                "+16045550100"));
  }

  @Test
  void a_withheld_message_is_delivered_and_its_attempt_resolved_S5_15() {
    final UUID event = withheld("m1");

    final HttpResponse<String> answer = forceSend(event, owner, WHY);
    effects.runDue();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(relayed()).isOne();
    assertThat(tables.strings("select state from message_event")).containsExactly("sent");
    assertThat(
            tables.strings(
                "select action || ' ' || reason || ' ' || resolved_by from anti_poaching_attempt"))
        .containsExactly("force_sent the vet's own number test owner");
    assertThat(tables.strings("select reason from audit_entry where action = 'message.force_sent'"))
        .containsExactly("the vet's own number");
  }

  @Test
  void clicks_at_the_same_moment_deliver_once_B64() throws Exception {
    final UUID event = withheld("m1");
    final var start = new CountDownLatch(1);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      final var clicks =
          IntStream.range(0, 8)
              .mapToObj(
                  click ->
                      pool.submit(
                          () -> {
                            start.await();
                            return forceSend(event, owner, WHY).statusCode();
                          }))
              .toList();
      start.countDown();
      int accepted = 0;
      for (final var click : clicks) {
        final int status = click.get();
        assertThat(status).isIn(200, 409);
        accepted += status == 200 ? 1 : 0;
      }
      assertThat(accepted).isOne();
    }
    effects.runDue();

    assertThat(relayed()).isOne();
  }

  @Test
  void what_is_not_withheld_is_refused_with_its_state() {
    final UUID event = screen("m1", "see you at nine").id();

    final HttpResponse<String> answer = forceSend(event, owner, WHY);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("\"state\":\"queued\"");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"reason\":null}", "{\"reason\":\"ok\"}", "{\"reason\":5", "[]", "\"x\""})
  void a_reason_is_asked_for_S5_14(final String body) {
    final UUID event = withheld("m1");

    assertThat(forceSend(event, owner, body).statusCode()).isEqualTo(400);
    assertThat(tables.strings("select state from message_event")).containsExactly("withheld");
  }

  @Test
  void a_reason_has_500_characters_at_most() {
    final UUID event = withheld("m1");

    assertThat(forceSend(event, owner, "{\"reason\":\"" + "x".repeat(501) + "\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void only_the_owner_may_overrule_S5_16() {
    final UUID event = withheld("m1");

    for (final String role : List.of(Caller.MODERATOR, Caller.AUDITOR, Caller.SENDER)) {
      assertThat(forceSend(event, keys.with(role), WHY).statusCode()).isEqualTo(403);
    }
    assertThat(forceSend(event, "gh_nobody", WHY).statusCode()).isEqualTo(401);
    assertThat(tables.strings("select state from message_event")).containsExactly("withheld");
  }

  @Test
  void an_event_of_another_organization_does_not_exist() {
    final UUID event = withheld("m1");
    tables.run("insert into organization (id, name) values ('other', 'Other')");
    final String stranger = keys.of(new OrganizationId("other"), Caller.OWNER);

    assertThat(forceSend(event, stranger, WHY).statusCode()).isEqualTo(404);
    assertThat(api.get("/api/messages/events/" + event, stranger).statusCode()).isEqualTo(404);
    assertThat(forceSend(UUID.randomUUID(), owner, WHY).statusCode()).isEqualTo(404);
  }

  @Test
  void the_owner_reads_what_was_withheld_with_the_leak_masked_S5_12() {
    withheld("m1");

    final String inbox = api.get("/api/inbox", owner).body();

    assertThat(api.get("/api/messages/events?conversation=walk-1", owner).body())
        .contains("\"class\":\"phone_number\"", "604-555-0143");
    assertThat(inbox).contains("message_blocked", "***-***-0143").doesNotContain("604-555-0143");
  }

  private UUID withheld(final String name) {
    final MessageEvent event = screen(name, "Here's my number: 604-555-0143, give me a call");
    assertThat(event.state()).isEqualTo(EventState.WITHHELD);
    return event.id();
  }

  private MessageEvent screen(final String name, final String text) {
    return gatekeeper.screen(
        new Incoming(
            new Origin(
                HERE,
                Channel.SMS,
                Direction.INBOUND,
                new Sender(Role.CLIENT, null, "+16045550143"),
                Map.of("from", "+16045550143", "to", "+16045550100")),
            session,
            new Content(text, Format.PLAIN),
            Known.NOTHING,
            new NaturalKey("twilio", name, null),
            Handling.SCREEN));
  }

  private long relayed() {
    return tables.strings("select 1 from sandbox_effect where kind = 'sms.relay'").size();
  }

  private HttpResponse<String> forceSend(final UUID event, final String key, final String why) {
    return api.post("/api/messages/events/" + event + "/force-send", key, why);
  }
}
