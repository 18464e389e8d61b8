package io.gatehouse.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.Tenures;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;

/** What tests of an organization's standing have in common: acme, and an operator elsewhere. */
@GatehouseTest
@NullUnmarked
abstract class TenantTest {

  static final OrganizationId ACME = new OrganizationId("acme");
  static final String PATH = "/api/organizations/acme/moderation";
  static final String THREE_DAYS = "{\"days\":3,\"reason\":\"sold prizes\"}";
  static final String WHY = "{\"reason\":\"they wrote to us\"}";

  @Inject Api api;
  @Inject Keys keys;
  @Inject Tables tables;
  @Inject TestClock clock;
  @Inject Tenures tenures;
  @Inject Ending ending;

  String operator;

  @BeforeEach
  void open() {
    tables.run(
        "insert into organization (id, name, created_at) values ('acme', 'Acme', '2026-01-01')");
    operator = keys.with(Caller.OPERATOR);
  }

  /** The operator's word, who has just read how it stands. */
  final HttpResponse<String> order(final String deed, final String body) {
    return order(deed, body, "\"" + tenures.of(ACME).version() + "\"");
  }

  final HttpResponse<String> order(final String deed, final String body, final String version) {
    return api.send(
        api.request(PATH + "/" + deed)
            .header("Authorization", "Bearer " + operator)
            .header("Content-Type", "application/json")
            .header("If-Match", version)
            .POST(BodyPublishers.ofString(body)));
  }

  final void suspend() {
    assertDone(order("suspend", THREE_DAYS));
  }

  final void flag() {
    assertDone(order("flag", WHY));
  }

  final void restore() {
    assertDone(order("restore", WHY));
  }

  static void assertDone(final HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** The minute's task. */
  final void endings() {
    tenures.ended().forEach(ending::record);
  }

  final void daysPass(final int days) {
    clock.advance(Duration.ofDays(days));
  }

  final String standing() {
    return tables.one("select standing from organization where id = 'acme'");
  }

  /** What was done to acme, in order. */
  final List<String> done() {
    return tables.strings(
        "select action || ' ' || new_standing from organization_moderation"
            + " where organization_id = 'acme' order by id");
  }

  final List<String> notices(final String organization) {
    return tables.strings(
        "select kind from notice where organization_id = '" + organization + "' order by id");
  }

  /** All begin together, each on a thread of its own. */
  static <T> List<T> atOnce(final int times, final IntFunction<T> task) {
    final var together = new CyclicBarrier(times);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, times)
          .mapToObj(
              i ->
                  CompletableFuture.supplyAsync(
                      () -> {
                        await(together);
                        return task.apply(i);
                      },
                      threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  private static void await(final CyclicBarrier together) {
    try {
      together.await();
    } catch (final InterruptedException | BrokenBarrierException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
