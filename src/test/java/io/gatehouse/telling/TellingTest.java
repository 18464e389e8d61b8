package io.gatehouse.telling;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Effects;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** What tests of telling have in common: notices to post, and what left for the owner. */
@GatehouseTest
@NullUnmarked
abstract class TellingTest {

  @Inject Inbox inbox;
  @Inject TransactionOperations<Connection> transactions;
  @Inject Effects effects;
  @Inject Api api;
  @Inject Keys keys;
  @Inject Tables tables;
  @Inject TestClock clock;

  final void owner(final String settings) {
    final var answer =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + keys.with("owner"))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + tables.count("settings_version") + "\"")
                .PUT(BodyPublishers.ofString("{\"owner\":{" + settings + "}}")));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }

  final void notice(final String kind) {
    notice(kind, Map.of("classes", "phone_number", "count", "3"));
  }

  final void notice(final String kind, final Map<String, String> facts) {
    transactions.executeWrite(
        status -> {
          inbox.post(List.of(new NewNotice(OrganizationId.DEFAULT, kind, null, null, facts)));
          return true;
        });
  }

  final void read(final String where) {
    tables.run("update notice set read_at = now(), read_by = 'owner' where " + where);
  }

  /** What left by a way so far: subject or body of each. */
  final List<String> told(final Way way) {
    effects.runDue();
    return tables.strings(
        "select coalesce(request->>'Subject', request->>'Body') from sandbox_effect where kind = '"
            + way.kind()
            + "' order by number");
  }
}
