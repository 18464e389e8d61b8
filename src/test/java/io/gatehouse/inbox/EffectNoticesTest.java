package io.gatehouse.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Reference;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.Outcome;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.TestClock;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatehouseTest
class EffectNoticesTest {

  private final EffectNotices notices;
  private final TransactionOperations<Connection> transactions;
  private final Api api;
  private final Keys keys;

  EffectNoticesTest(
      final EffectNotices notices,
      final TransactionOperations<Connection> transactions,
      final Api api,
      final Keys keys) {
    this.notices = notices;
    this.transactions = transactions;
    this.api = api;
    this.keys = keys;
  }

  @Test
  void a_refused_effect_names_the_providers_code_but_not_its_words() {
    undone(Effect.State.REFUSED, new Outcome.Refused("21610", "+16045550143 has unsubscribed"));
    assertThat(inbox())
        .contains("The provider refused passing on a message (GH-3F9K2). Code: 21610.")
        .doesNotContain("6045550143");
  }

  @Test
  void a_parked_one_asks_for_a_decision() {
    undone(Effect.State.PARKED, new Outcome.Unknown("timed out"));
    assertThat(inbox())
        .contains("given up: passing on a message (GH-3F9K2). It is not repeated by itself")
        .doesNotContain("Code");
  }

  @Test
  void an_expired_one_says_why_it_waited() {
    undone(Effect.State.EXPIRED, new Outcome.Later("503", "busy", null));
    assertThat(inbox()).contains("\"kind\":\"effect_expired\"", "Code: 503.");
  }

  private void undone(final Effect.State state, final Outcome outcome) {
    final var effect =
        new Effect(
            UUID.randomUUID(),
            OrganizationId.DEFAULT,
            Lane.TWILIO,
            "sms.relay",
            UUID.randomUUID(),
            null,
            new Reference("GH-3F9K2"),
            Map.of("to", "+16045550143"),
            1,
            TestClock.START);
    transactions.executeWrite(
        status -> {
          notices.undone(effect, state, outcome);
          return true;
        });
  }

  private String inbox() {
    return api.get("/api/inbox", keys.with(Caller.OWNER)).body();
  }
}
