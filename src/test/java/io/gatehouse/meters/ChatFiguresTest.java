package io.gatehouse.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What Prometheus sees of a chat application's question, from the question on. */
@GatehouseTest
@Property(name = "gatehouse.passage.budget", value = "20s")
class ChatFiguresTest {

  private static final String ASKED =
      """
      {"message": {"message_id": "m-1", "thread_id": "t-1", "user_id": "ann", "role": "client",
        "content": "Call me at 604-555-0143", "timestamp": "2026-03-02T14:30:00Z"}}
      """;

  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private final TestClock clock;

  ChatFiguresTest(final Api api, final Keys keys, final Tables tables, final TestClock clock) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void an_answered_question_is_counted_once_however_often_it_is_asked() {
    final String key = keys.with("owner");
    final double answers = sum("gatehouse_chat_answers_total", "");
    assertThat(api.post("/api/intercept", key, ASKED).statusCode()).isEqualTo(200);
    assertThat(api.post("/api/intercept", key, ASKED).statusCode()).isEqualTo(200);
    assertThat(sum("gatehouse_decisions_total", "channel=\"chat\"")).isEqualTo(1);
    assertThat(sum("gatehouse_screening_seconds_count", "channel=\"chat\"")).isEqualTo(1);
    assertThat(sum("gatehouse_findings_total", "class=\"phone_number\"")).isPositive();
    assertThat(sum("gatehouse_chat_answers_total", "") - answers).isEqualTo(2);
  }

  @Test
  void a_gateway_in_good_order_shows_noughts() {
    assertThat(scrape())
        .contains("gatehouse_breaker_state 0.0", "gatehouse_breaker_failures 0.0")
        .contains("gatehouse_backlog_messages 0.0", "gatehouse_backlog_oldest_seconds 0.0")
        .contains("gatehouse_connections 0.0", "gatehouse_chat_lost_total 0.0");
  }

  @Test
  void the_feeds_lag_is_told_by_kind_of_outlet_and_not_by_organization() {
    tables.execute(
        """
        insert into feed_outlet (name, organization_id, target, era, xid, number)
        values ('webhook:default', 'default', 'https://owner.example', 0, '0', 0);
        insert into feed_entry (era, xid, id, organization_id, type, at) values
          (0, '1', gen_random_uuid(), 'default', 'message.decided', '2026-03-02T14:30:00Z')
        """);
    clock.advance(Duration.ofMinutes(11));
    assertThat(scrape())
        .contains("gatehouse_feed_lag_seconds{outlet=\"webhook\"} 660.0")
        .contains("gatehouse_feed_lag_seconds{outlet=\"redis\"} 0.0")
        .doesNotContain("webhook:default");
  }

  private String scrape() {
    return api.get("/manage/prometheus", keys.with("auditor")).body();
  }

  private double sum(final String name, final String label) {
    return scrape()
        .lines()
        .filter(line -> line.startsWith(name + "{") && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
