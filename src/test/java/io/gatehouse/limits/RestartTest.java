package io.gatehouse.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.gatehouse.testkit.TestDatabase;
import io.gatehouse.testkit.TestDatasource;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@GatehouseTest
class RestartTest {

  private static final Asker ANN =
      new Asker(OrganizationId.DEFAULT, Optional.of("ann"), Addresses.parse("203.0.113.7", "ip"));

  private final Limits limits;
  private final Purge purge;
  private final Tables tables;
  private final TestClock clock;

  RestartTest(final Limits limits, final Purge purge, final Tables tables, final TestClock clock) {
    this.limits = limits;
    this.purge = purge;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void b37_a_process_that_starts_anew_goes_on_counting() {
    for (int i = 0; i < 5; i++) {
      limits.take(Action.INVITE_ATTEMPT, ANN);
    }
    clock.advance(Duration.ofMinutes(4));
    try (ApplicationContext started =
        ApplicationContext.run(TestDatasource.properties(TestDatabase.url().jdbc()), "test")) {
      started.getBean(TestClock.class).set(clock.instant());
      assertThat(started.getBean(Limits.class).take(Action.INVITE_ATTEMPT, ANN))
          .isEqualTo(Duration.ofMinutes(11));
    }
  }

  @Test
  void buckets_are_forgotten_when_they_are_full_again_and_decisions_after_90_days() {
    limits.take(Action.INVITE_ATTEMPT, ANN);
    limits.take(Action.ORG_CREATION, ANN);
    clock.advance(Duration.ofMinutes(20));
    purge.run();
    assertThat(tables.strings("select id from rate_limit_bucket order by id"))
        .hasSize(2)
        .allSatisfy(id -> assertThat(id).contains("org_creation"));
    assertThat(tables.count("rate_limit_log")).isEqualTo(2);
    clock.advance(Duration.ofDays(90));
    limits.take(Action.ORG_CREATION, ANN);
    purge.run();
    assertThat(tables.count("rate_limit_log")).isEqualTo(1);
    assertThat(tables.count("rate_limit_bucket")).isEqualTo(2);
  }
}
