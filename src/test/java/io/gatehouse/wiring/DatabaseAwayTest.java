package io.gatehouse.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.outage.DatabaseAway;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.TestDatasource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

  private final Proxy way = new Proxy();

  @Test
  void every_request_is_answered_503_until_it_is_back() throws IOException {
    try (EmbeddedServer server =
        ApplicationContext.run(
            EmbeddedServer.class, TestDatasource.properties(way.jdbc()), "test")) {
      lose(server.getApplicationContext());
    }
  }

  private void lose(final ApplicationContext context) throws IOException {
    final Api api = context.getBean(Api.class);
    final Keys keys = context.getBean(Keys.class);
    final String key = keys.with("auditor");
    assertThat(api.get("/api/audit", key).statusCode()).isEqualTo(200);
    way.cut();
    for (int request = 0; request < 3; request++) {
      final HttpResponse<String> answer = api.get("/api/audit", key);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).contains("\"code\":\"database_away\"");
    }
    way.mend();
    assertThat(answersAgain(api, key)).isTrue();
  }

  /** A request waits for a connection once; the rest of two seconds is for all else. */
  @Test
  void nobody_waits_longer_for_a_connection_than_the_promise_allows() {
    try (ApplicationContext context =
        ApplicationContext.run(TestDatasource.properties(way.jdbc()), "test")) {
      assertThat(
              context.getRequiredProperty("datasources.default.connection-timeout", Integer.class))
          .isLessThan(2000);
    }
  }

  /** Each connection of the pool that was cut may still cost one request. */
  private static boolean answersAgain(final Api api, final String key) {
    return IntStream.range(0, 20)
        .anyMatch(request -> api.get("/api/audit", key).statusCode() == 200);
  }

  @Test
  void a_transaction_that_loses_its_connection_counts_as_the_database_being_away() {
    try (EmbeddedServer server =
        ApplicationContext.run(
            EmbeddedServer.class, TestDatasource.properties(way.jdbc()), "test")) {
      final ApplicationContext context = server.getApplicationContext();
      final TransactionOperations<?> transactions = context.getBean(TransactionOperations.class);
      final AuditLog log = context.getBean(AuditLog.class);
      assertThatThrownBy(
              () ->
                  transactions.executeWrite(
                      status -> {
                        record(log);
                        way.cut();
                        return record(log);
                      }))
          .matches(DatabaseAway::causes);
    }
  }

  private static String record(final AuditLog log) {
    log.record(OrganizationId.DEFAULT, "mia", "did", "it", null, Map.of());
    return "done";
  }
}
