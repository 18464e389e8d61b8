package io.gatehouse.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.TestClock;
import io.gatehouse.testkit.TestDatasource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScrapeWhileAwayTest {

  private static final String KEY = "prometheus-of-the-test";

  private final Proxy way = new Proxy();

  @Test
  void figures_are_told_within_a_second_while_the_database_is_away() throws IOException {
    final Map<String, Object> properties = new HashMap<>(TestDatasource.properties(way.jdbc()));
    properties.put("env.METRICS_KEY", KEY);
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties, "test")) {
      final Api api = server.getApplicationContext().getBean(Api.class);
      final TestClock clock = server.getApplicationContext().getBean(TestClock.class);
      assertThat(scrape(api)).contains("gatehouse_database_up 1.0");
      way.cut();
      String last = "";
      for (int scrape = 0; scrape < 4; scrape++) {
        clock.advance(Duration.ofSeconds(15));
        final long began = System.nanoTime();
        last = scrape(api);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
      }
      assertThat(last)
          .contains("gatehouse_database_up 0.0", "gatehouse_inbox_unread NaN", "hikaricp_");
    }
  }

  private static String scrape(final Api api) {
    final HttpResponse<String> answer = api.get("/manage/prometheus", KEY);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
