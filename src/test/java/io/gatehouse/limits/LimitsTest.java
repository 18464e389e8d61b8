package io.gatehouse.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@GatehouseTest
class LimitsTest {

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final OrganizationId OTHER = new OrganizationId("other");

  private final Limits limits;
  private final EmbeddedServer server;
  private final Tables tables;
  private final TestClock clock;

  LimitsTest(
      final Limits limits,
      final EmbeddedServer server,
      final Tables tables,
      final TestClock clock) {
    this.limits = limits;
    this.server = server;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void five_invitations_a_quarter_of_an_hour_and_three_sign_ups_an_hour() {
    assertThat(invitations(6, asker("ann", "203.0.113.7"))).isEqualTo(5);
    assertThat(signUps(4, asker("ann", "203.0.113.7"))).isEqualTo(3);
    clock.advance(QUARTER.minusMillis(1));
    assertThat(invitations(1, asker("ann", "203.0.113.7"))).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(invitations(6, asker("ann", "203.0.113.7"))).isEqualTo(5);
    assertThat(signUps(1, asker("ann", "203.0.113.7"))).isZero();
    clock.advance(Duration.ofMinutes(45));
    assertThat(signUps(4, asker("ann", "203.0.113.7"))).isEqualTo(3);
  }

  @Test
  void b37_whoever_changes_the_address_is_known_by_name() {
    final long allowed =
        IntStream.range(0, 40)
            .filter(i -> passes(Action.INVITE_ATTEMPT, asker("ann", "203.0.113." + i)))
            .count();
    assertThat(allowed).isEqualTo(5);
  }

  @Test
  void b37_whoever_changes_the_name_is_known_by_the_address() {
    final long allowed =
        IntStream.range(0, 40)
            .filter(i -> passes(Action.INVITE_ATTEMPT, asker("user-" + i, "203.0.113.7")))
            .count();
    assertThat(allowed).isEqualTo(5);
  }

  @Test
  void b37_half_an_address_of_ipv6_is_its_users_to_choose() {
    final long allowed =
        IntStream.range(0, 40)
            .filter(i -> passes(Action.ORG_CREATION, asker(null, "2001:db8:1:2::" + i)))
            .count();
    assertThat(allowed).isEqualTo(3);
    assertThat(passes(Action.ORG_CREATION, asker(null, "2001:db8:1:3::1"))).isTrue();
  }

  @Test
  void b37_instances_count_together() {
    final Limits second = server.getApplicationContext().createBean(Limits.class);
    assertThat(second).isNotSameAs(limits);
    for (int i = 0; i < 5; i++) {
      final Limits one = i % 2 == 0 ? limits : second;
      assertThat(one.take(Action.INVITE_ATTEMPT, asker("ann", "203.0.113.7"))).isZero();
    }
    assertThat(limits.take(Action.INVITE_ATTEMPT, asker("ann", "203.0.113.7"))).isEqualTo(QUARTER);
    assertThat(second.take(Action.INVITE_ATTEMPT, asker("ann", "203.0.113.7"))).isEqualTo(QUARTER);
  }

  @Test
  void b37_of_fifty_at_once_exactly_five_pass() throws Exception {
    final List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      final Asker asker = asker(i % 2 == 0 ? "ann" : "bob", "203.0.113.7");
      tries.add(() -> passes(Action.INVITE_ATTEMPT, asker));
    }
    int passed = 0;
    try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
      for (final Future<Boolean> one : together.invokeAll(tries)) {
        passed += one.get() ? 1 : 0;
      }
    }
    assertThat(passed).isEqualTo(5);
    assertThat(tables.one("select count(*) from rate_limit_log where not blocked")).isEqualTo("5");
    assertThat(tables.one("select count(*) from rate_limit_log where blocked")).isEqualTo("45");
  }

  @Test
  void what_an_address_is_refused_is_not_counted_against_its_user() {
    invitations(5, asker("ann", "203.0.113.7"));
    assertThat(invitations(9, asker("bob", "203.0.113.7"))).isZero();
    assertThat(invitations(6, asker("bob", "198.51.100.1"))).isEqualTo(5);
  }

  @Test
  void what_a_user_is_refused_is_not_counted_against_the_address() {
    invitations(5, asker("ann", "203.0.113.7"));
    assertThat(invitations(9, asker("ann", "198.51.100.1"))).isZero();
    assertThat(invitations(6, asker("bob", "198.51.100.1"))).isEqualTo(5);
  }

  @Test
  void how_long_to_wait_is_the_longer_of_both() {
    invitations(5, asker("ann", "203.0.113.7"));
    clock.advance(Duration.ofMinutes(5));
    invitations(5, asker("bob", "198.51.100.1"));
    assertThat(limits.take(Action.INVITE_ATTEMPT, asker("ann", "198.51.100.1"))).isEqualTo(QUARTER);
    assertThat(limits.take(Action.INVITE_ATTEMPT, asker("ann", "192.0.2.1")))
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void the_time_begins_with_the_first_however_long_nobody_came() {
    invitations(1, asker("ann", "203.0.113.7"));
    clock.advance(Duration.ofMinutes(29));
    assertThat(invitations(5, asker("ann", "203.0.113.7"))).isEqualTo(5);
    clock.advance(Duration.ofMinutes(14));
    assertThat(limits.take(Action.INVITE_ATTEMPT, asker("ann", "203.0.113.7")))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void the_same_name_at_another_organization_is_somebody_else() {
    invitations(5, asker("ann", "203.0.113.7"));
    final Asker there = new Asker(OTHER, Optional.of("ann"), address("203.0.113.7"));
    assertThat(invitations(6, there)).isEqualTo(5);
  }

  @Test
  void a_refusal_tells_how_long_to_wait() {
    invitations(5, asker("ann", "203.0.113.7"));
    clock.advance(Duration.ofMillis(500));
    assertThatThrownBy(() -> limits.demand(Action.INVITE_ATTEMPT, asker("ann", "203.0.113.7")))
        .isInstanceOfSatisfying(
            Problem.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(429);
              assertThat(refused.code()).isEqualTo("rate_limited");
              assertThat(refused.members()).containsEntry("retry_after_ms", 899_500L);
            });
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void every_decision_is_written_down(final Action action) {
    final int most = action == Action.ORG_CREATION ? 3 : 5;
    for (int i = 0; i <= most; i++) {
      limits.take(action, asker("ann", "203.0.113.7"));
    }
    limits.take(action, asker(null, "2001:db8::7"));
    assertThat(
            tables.strings(
                "select concat_ws(' ', organization_id, subject, host(ip_address), action_type,"
                    + " blocked, count(*)) from rate_limit_log group by organization_id, subject,"
                    + " ip_address, action_type, blocked order by 1"))
        .containsExactly(
            "default 2001:db8::7 " + action.wire() + " f 1",
            "default ann 203.0.113.7 " + action.wire() + " f " + most,
            "default ann 203.0.113.7 " + action.wire() + " t 1");
  }

  private int invitations(final int tries, final Asker asker) {
    return passed(tries, Action.INVITE_ATTEMPT, asker);
  }

  private int signUps(final int tries, final Asker asker) {
    return passed(tries, Action.ORG_CREATION, asker);
  }

  private int passed(final int tries, final Action action, final Asker asker) {
    return (int) IntStream.range(0, tries).filter(i -> passes(action, asker)).count();
  }

  private boolean passes(final Action action, final Asker asker) {
    return limits.take(action, asker).isZero();
  }

  private static Asker asker(final @Nullable String user, final String ip) {
    return new Asker(OrganizationId.DEFAULT, Optional.ofNullable(user), address(ip));
  }

  private static InetAddress address(final String ip) {
    return Addresses.parse(ip, "ip");
  }
}
