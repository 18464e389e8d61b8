package io.gatehouse.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@GatehouseTest
class HeartbeatTest {

  private final HeartbeatRepository beats;
  private final Tables tables;
  private final TestClock clock;

  HeartbeatTest(final HeartbeatRepository beats, final Tables tables, final TestClock clock) {
    this.beats = beats;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void a_storm_of_webhooks_is_one_write_a_minute() {
    final Heartbeat heartbeat = new Heartbeat(beats, clock);
    heartbeat.heard(OrganizationId.DEFAULT);
    final String first = written();
    clock.advance(Duration.ofSeconds(59));
    heartbeat.heard(OrganizationId.DEFAULT);
    assertThat(written()).isEqualTo(first);
    assertThat(heartbeat.last(OrganizationId.DEFAULT)).contains(clock.instant());
    clock.advance(Duration.ofSeconds(1));
    heartbeat.heard(OrganizationId.DEFAULT);
    assertThat(written()).isNotEqualTo(first);
  }

  @Test
  void what_another_process_heard_is_known_to_the_minute() {
    new Heartbeat(beats, clock).heard(OrganizationId.DEFAULT);
    assertThat(new Heartbeat(beats, clock).last(OrganizationId.DEFAULT)).contains(TestClock.START);
    assertThat(new Heartbeat(beats, clock).last(new OrganizationId("acme"))).isEmpty();
  }

  private String written() {
    return tables.one("select heard_at from site_heartbeat");
  }
}
