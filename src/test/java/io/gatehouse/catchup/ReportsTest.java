package io.gatehouse.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.doctor.Check.Finding;
import io.gatehouse.doctor.Check.State;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What the owner is told of webhooks that are lost. */
@NullUnmarked
class ReportsTest extends LiveSiteTest {

  @Inject HeartbeatCheck check;

  @Test
  void how_many_were_found_is_told_once_a_day() {
    begin();
    heard("w1");
    site.mail("m1", now(), HELLO);
    lookLater();
    assertThat(notices()).containsExactly("default erpnext_recovered 1");
    for (final String name : new String[] {"m2", "m3"}) {
      heard("w" + name);
      site.mail(name, now(), HELLO);
      lookLater();
    }
    assertThat(notices()).hasSize(1);
    pass(Duration.ofDays(1));
    heard("w4");
    catchup.look();
    assertThat(notices())
        .containsExactly("default erpnext_recovered 1", "default erpnext_recovered 2");
  }

  @Test
  void webhooks_that_fell_silent_are_told_once_and_again_after_they_were_heard() {
    begin();
    heard("w1");
    catchup.look();
    assertThat(look().state()).isEqualTo(State.FINE);
    silence("a");
    assertThat(notices()).containsOnlyOnce("default erpnext_silent ");
    assertThat(look().state()).isEqualTo(State.TROUBLE);
    assertThat(look().next()).contains("Redis");
    assertThat(sync()).contains("\"silent\":true");
    heard("w2");
    catchup.look();
    assertThat(look().state()).isEqualTo(State.NOTE);
    silence("b");
    assertThat(notices().stream().filter(one -> one.contains("silent"))).hasSize(2);
  }

  @Test
  void one_message_lost_in_a_quiet_hour_is_no_silence() {
    begin();
    heard("w1");
    pass(Duration.ofHours(2));
    site.mail("m1", now(), HELLO);
    lookLater();
    assertThat(notices()).containsExactly("default erpnext_recovered 1");
    assertThat(look().state()).isEqualTo(State.NOTE);
  }

  @Test
  void a_site_that_cannot_be_asked_is_trouble_with_its_next_step() {
    site.leaveAfter(0, 503);
    catchup.look();
    final Finding finding = look();
    assertThat(finding.state()).isEqualTo(State.TROUBLE);
    assertThat(finding.next()).contains("workers run");
  }

  @Test
  void the_owner_sees_how_far_it_is() {
    begin();
    heard("w1");
    catchup.look();
    assertThat(sync())
        .contains(
            "\"connected\":true",
            "\"last_webhook\":\"2026-03-02T14:40:00Z\"",
            "\"complete\":\"2026-03-02T14:40:00Z\"",
            "\"doctype\":\"Communication\",\"upto\":\"2026-03-02 06:40:00.000000\"",
            "\"found_today\":0");
    assertThat(api.get("/api/erpnext/sync", keys.with("moderator")).statusCode()).isEqualTo(403);
  }

  private Finding look() {
    return check.look(OrganizationId.DEFAULT);
  }

  private void heard(final String name) {
    site.mail(name, now(), HELLO);
    webhook(name);
  }

  /** An hour of documents without a webhook. */
  private void silence(final String names) {
    for (int i = 0; i < 12; i++) {
      pass(Duration.ofMinutes(5));
      site.mail(names + i, now(), HELLO);
      catchup.look();
    }
  }
}
