package io.gatehouse.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatehouseTest
class KeyPurgeTest {

  private static final Caller PORTAL =
      new Caller(OrganizationId.DEFAULT, new UUID(0, 1), "portal", Set.of(Caller.SENDER));
  private static final Caller.Bound ANN =
      new Caller.Bound("ann", Optional.empty(), Optional.empty());

  private final ParticipantKeys lent;
  private final AccessKeys keys;
  private final Tables tables;
  private final TestClock clock;

  KeyPurgeTest(
      final ParticipantKeys lent,
      final AccessKeys keys,
      final Tables tables,
      final TestClock clock) {
    this.lent = lent;
    this.keys = keys;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void expired_keys_are_forgotten_and_others_kept() {
    final var brief = lent.lend(PORTAL, ANN, Duration.ofMinutes(1));
    final var longer = lent.lend(PORTAL, ANN, Duration.ofMinutes(10));
    final var own = keys.issue(PORTAL, "second", Set.of(Caller.SENDER));
    clock.advance(Duration.ofMinutes(2));
    assertThat(lent.inUse(List.of(brief.id(), longer.id(), own.id())))
        .containsExactlyInAnyOrder(longer.id(), own.id());
    assertThat(keys.recognise(brief.key().reveal())).isEmpty();
    assertThat(keys.recognise(longer.key().reveal()).orElseThrow().caller().bound()).contains(ANN);
    lent.purge();
    assertThat(tables.count("access_key")).isEqualTo(2);
  }
}
