package io.gatehouse.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.settings.RelaySettings;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@GatehouseTest
@NullUnmarked
class PaceTest {

  private static final String NUMBER = "+16045550100";
  private static final String PHONE = "+16045550111";

  @Inject Pace pace;
  @Inject TransactionOperations<Connection> transactions;
  @Inject Tables tables;

  @Test
  void each_turn_is_given_to_one_however_many_ask_at_once() throws Exception {
    final List<Instant> turns =
        atOnce(() -> pace.turn(OrganizationId.DEFAULT, NUMBER, 1)).stream().sorted().toList();
    assertThat(turns)
        .isEqualTo(IntStream.range(0, 40).mapToObj(TestClock.START::plusSeconds).toList());
  }

  @Test
  void the_ceiling_lets_through_exactly_as_many_as_it_says() throws Exception {
    tables.run(
        "insert into sms_day (organization_id, day, prefix, sent, most)"
            + " values ('default', '2026-03-02', '*', 9983, 10000)");
    final List<Boolean> counted =
        atOnce(
            () ->
                transactions.executeWrite(
                    transaction -> {
                      final boolean room = pace.count(OrganizationId.DEFAULT, PHONE);
                      if (!room) {
                        transaction.setRollbackOnly();
                      }
                      return room;
                    }));
    assertThat(counted).filteredOn(room -> room).hasSize(17);
    assertThat(tables.one("select sent from sms_day")).isEqualTo("10000");
  }

  @Test
  void the_longest_prefix_says_how_fast_a_number_is() {
    final RelaySettings settings = settings(Map.of("+1", 1.0, "+1800", 3.0, "*", 10.0), Map.of());
    assertThat(Limits.occupied(settings, NUMBER, 2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Limits.occupied(settings, "+18005550100", 3)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Limits.occupied(settings, "+442071234567", 1)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void every_prefix_that_fits_has_its_ceiling() {
    final RelaySettings settings =
        settings(Map.of(), Map.of("*", 5, "+1", 4, "+1604", 3, "+44", 2));
    assertThat(Limits.json(Limits.ceilings(settings, PHONE)))
        .isEqualTo("{\"*\":5,\"+1\":4,\"+1604\":3}");
  }

  private static RelaySettings settings(
      final Map<String, Double> pace, final Map<String, Integer> ceiling) {
    final RelaySettings standard = RelaySettings.STANDARD;
    return new RelaySettings(
        standard.coolDown(),
        standard.staleAfter(),
        pace,
        ceiling,
        standard.loop(),
        standard.media());
  }

  private static <T> List<T> atOnce(final Callable<T> call)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(8)) {
      final List<Future<T>> answers =
          threads.invokeAll(IntStream.range(0, 40).mapToObj(n -> call).toList());
      final List<T> values = new java.util.ArrayList<>();
      for (final Future<T> answer : answers) {
        values.add(answer.get());
      }
      return values;
    }
  }
}
