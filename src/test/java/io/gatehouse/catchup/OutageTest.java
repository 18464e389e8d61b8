package io.gatehouse.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites that are away, gateways that are killed, and several at once. */
@NullUnmarked
class OutageTest extends LiveSiteTest {

  @Test
  void a_site_that_is_away_loses_nothing() {
    begin();
    site.mail("m1", now(), HELLO);
    site.leaveAfter(0, 502);
    for (int i = 0; i < 20; i++) {
      catchup.look();
      pass(Duration.ofMinutes(5));
    }
    assertThat(sync()).contains("\"code\":\"proxy_lost\"", "overloaded");
    site.comeBack();
    lookLater();
    assertThat(taken()).containsExactly("m1");
    assertThat(sync()).doesNotContain("proxy_lost").contains("\"found_total\":1");
  }

  /**
   * Wherever it is broken off: what a page brought is kept, and the next look goes on from there.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15})
  void a_look_that_is_broken_off_is_gone_on_with(final int answers) {
    begin();
    for (int i = 0; i < 30; i++) {
      site.mail("m%02d".formatted(i), now(), HELLO);
      pass(Duration.ofMinutes(10));
    }
    site.leaveAfter(answers, 503);
    catchup.look();
    final String upto =
        tables.one("select upto from site_watermark where doctype = 'Communication'");
    site.comeBack();
    final int before = site.questions();
    lookLater();
    assertThat(events()).isEqualTo(30);
    assertThat(found()).isEqualTo("30");
    assertThat(site.questions() - before).isLessThan(70);
    assertThat(tables.one("select upto from site_watermark where doctype = 'Communication'"))
        .isGreaterThan(upto);
  }

  /** What fails again and again is given up, so that it does not stand in the way of all others. */
  @Test
  void what_cannot_be_taken_in_is_tried_again_and_holds_up_others_only_so_long() {
    begin();
    site.mail("bad", now(), HELLO);
    site.mail("beside", now(), HELLO);
    pass(Duration.ofMinutes(10));
    IntStream.range(0, 4).forEach(i -> site.mail("m" + i, now(), HELLO));
    pass(Duration.ofMinutes(10));
    site.mail("newest", now(), HELLO);
    tables.execute(
        "create function refuse_bad() returns trigger language plpgsql as"
            + " 'begin raise exception ''no''; end';"
            + " create trigger refuse_bad before insert on message_key for each row"
            + " when (new.key = 'bad') execute function refuse_bad()");
    try {
      catchup.look();
      assertThat(taken()).containsExactly("beside", "m0");
      assertThat(sync()).contains("\"code\":\"not_taken\"");
      IntStream.range(0, 5).forEach(i -> lookLater());
      assertThat(taken()).containsExactly("beside", "m0", "m1", "m2", "m3", "newest");
      assertThat(sync()).doesNotContain("not_taken");
    } finally {
      tables.execute("drop function refuse_bad cascade");
    }
  }

  /** Every twentieth webhook comes three times, every hundredth never. */
  @Test
  void of_many_webhooks_those_that_were_lost_are_found_and_none_is_taken_twice() {
    begin();
    for (int i = 0; i < 200; i++) {
      final String name = "m%03d".formatted(i);
      site.mail(name, now(), HELLO);
      final int copies = i % 100 == 99 ? 0 : i % 20 == 0 ? 3 : 1;
      IntStream.range(0, copies).forEach(copy -> webhook(name));
      pass(Duration.ofSeconds(5));
    }
    lookLater();
    assertThat(events()).isEqualTo(200);
    assertThat(found()).isEqualTo("2");
    assertThat(site.fetched()).hasSize(2);
  }

  @Test
  void two_processes_at_once_take_everything_once() throws InterruptedException {
    begin();
    IntStream.range(0, 20).forEach(i -> site.mail("m%02d".formatted(i), now(), HELLO));
    catchup.look();
    pass(Duration.ofMinutes(5));
    final CountDownLatch done = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      Thread.ofVirtual()
          .start(
              () -> {
                catchup.look();
                done.countDown();
              });
    }
    assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(events()).isEqualTo(20);
    assertThat(found()).isEqualTo("20");
  }

  @Test
  void one_organizations_trouble_is_none_of_the_others() {
    final String operator = keys.with(Caller.OPERATOR);
    api.post("/api/organizations", operator, "{\"id\":\"acme\",\"name\":\"Acme\"}");
    final var changed =
        api.json(
            "PUT",
            "/api/organizations/acme/accounts/erpnext",
            operator,
            "{\"url\":\"" + ListSite.url("acme") + "\",\"api_key\":\"k\",\"api_secret\":\"s\"}");
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    ListSite.empty("acme").leaveAfter(0, 401);
    begin();
    site.mail("m1", now(), HELLO);
    lookLater();
    lookLater();
    assertThat(taken()).containsExactly("m1");
    assertThat(notices())
        .containsExactlyInAnyOrder(
            "acme erpnext_stopped proxy_refuses", "default erpnext_recovered 1");
  }
}
