package io.gatehouse.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.TestClock;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the ledger have in common. */
@GatehouseTest
@NullUnmarked
abstract class EffectsTest {

  static final UUID CONVERSATION = UUID.fromString("00000000-0000-7000-8000-00000000c0de");

  @Inject EffectLedger ledger;
  @Inject TransactionOperations<Connection> transactions;
  @Inject Effects effects;
  @Inject ScriptedHandler handler;
  @Inject Undone undone;
  @Inject TestClock clock;
  @Inject DataSource database;

  @BeforeEach
  void forget() {
    handler.reset();
    undone.told.clear();
  }

  static NewEffect effect(final Lane lane, final UUID conversation, final String name) {
    return new NewEffect(
        OrganizationId.DEFAULT,
        lane,
        ScriptedHandler.KIND,
        conversation,
        null,
        Map.of("name", name));
  }

  static NewEffect effect(final String name) {
    return effect(Lane.TWILIO, null, name);
  }

  void add(final NewEffect... added) {
    transactions.executeWrite(
        transaction -> {
          ledger.add(List.of(added));
          return null;
        });
  }

  List<String> carriedOut() {
    return handler.carriedOut.stream().map(effect -> effect.payload().get("name")).toList();
  }

  /** The states of all effects in the order they were added. */
  List<String> states() {
    return column("select state from effect order by number");
  }

  List<String> column(final String query) {
    try (Connection connection = DelegatingDataSource.unwrapDataSource(database).getConnection();
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      final List<String> column = new ArrayList<>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    } catch (final SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  void change(final String statement) {
    try (Connection connection = DelegatingDataSource.unwrapDataSource(database).getConnection()) {
      connection.createStatement().executeUpdate(statement);
    } catch (final SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  void assertSettled(final String... states) {
    assertThat(states()).containsExactly(states);
    assertThat(effects.queued()).isZero();
  }
}
