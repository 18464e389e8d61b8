package io.gatehouse.standings;

import static io.gatehouse.gate.Talk.CLEAN;
import static io.gatehouse.gate.Talk.LEAK;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.Effects;
import io.gatehouse.gate.Talk;
import io.gatehouse.message.MessageEvent;
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
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;

/** What tests of a pair's standing have in common: Ann and Bob, in an Issue and by SMS. */
@GatehouseTest
@NullUnmarked
abstract class PairTest {

  @Inject Talk talk;
  @Inject Standings standings;
  @Inject Suspensions suspensions;
  @Inject Effects effects;
  @Inject Tables tables;
  @Inject TestClock clock;
  @Inject Keys keys;
  @Inject Api api;

  Conversation issue;
  Conversation walk;
  String owner;

  @BeforeEach
  void register() {
    owner = keys.with(Caller.OWNER);
    issue = talk.issue("ISS-1");
    walk = talk.walk("walk-1");
  }

  final MessageEvent leak() {
    clock.advance(Duration.ofSeconds(1));
    return talk.says(issue, LEAK);
  }

  /** Whether what Ann writes now waits for the owner. */
  final boolean held() {
    clock.advance(Duration.ofSeconds(1));
    return Suspensions.holds(talk.says(issue, CLEAN));
  }

  final String pair() {
    return tables.one("select id from pair where client_id is not null");
  }

  final HttpResponse<String> suspend(final String body) {
    return order("suspend", owner, body);
  }

  final HttpResponse<String> lift() {
    return order("lift", owner, "{\"reason\":\"they promised\"}");
  }

  final HttpResponse<String> order(final String deed, final String key, final String body) {
    return api.post("/api/pairs/" + pair() + "/" + deed, key, body);
  }

  final void settings(final String document) {
    final var changed =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + owner)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString(document)));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
  }

  /** The minute's task. */
  final void restore() {
    standings.restoreEnded();
  }

  final List<String> notices() {
    return tables.strings("select kind from notice where kind like '%pair%' or kind like 'held%'");
  }

  final List<String> audit() {
    return tables.strings(
        "select action || ' by ' || actor from audit_entry where action like 'pair.%' order by id");
  }
}
