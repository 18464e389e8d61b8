package io.gatehouse.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.breaker.Breaker;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.Effects;
import io.gatehouse.gate.Talk;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.model.ModelGateway;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.ScriptedModel;
import io.gatehouse.testkit.SharedModel;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;

/** The whole loop: a message, the model over real HTTP, and what comes of its answer. */
@NullUnmarked
@GatehouseTest
abstract class Reading {

  static final String ALL = "\"model\":\"all\"";
  static final String HELD = "\"model\":\"doubtful\",\"hold_for_model\":[\"sms\"]";

  @Inject Talk talk;
  @Inject ModelGateway gateway;
  @Inject Effects effects;
  @Inject Api api;
  @Inject Keys keys;
  @Inject Tables tables;
  @Inject TestClock clock;

  ScriptedModel model;
  Conversation walk;

  @BeforeEach
  final void meet() {
    trustAgain();
    model = SharedModel.ready();
    walk = talk.walk("walk-1");
  }

  /** What another test did to the model's server must not be held against it here. */
  private void trustAgain() {
    SharedModel.ready();
    for (int i = 0;
        i < 10 && gateway.breaker().stream().noneMatch(Breaker.State.CLOSED::equals);
        i++) {
      clock.advance(Duration.ofHours(1));
      gateway.ask(OrganizationId.DEFAULT, "hello", 0);
    }
    clock.set(TestClock.START);
    tables.execute("delete from model_usage");
  }

  final void choose(final String moderation) {
    assertThat(
            api.send(
                    api.request("/api/settings")
                        .header("Authorization", "Bearer " + keys.with(Caller.OWNER))
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + tables.count("settings_version") + "\"")
                        .PUT(BodyPublishers.ofString("{\"moderation\":{" + moderation + "}}")))
                .statusCode())
        .isBetween(200, 204);
  }

  /** Gives the effect all the time that its tries may take. */
  final void runAll() {
    for (int i = 0; i < 6; i++) {
      effects.runDue();
      clock.advance(Duration.ofMinutes(1));
    }
  }

  final List<String> last() {
    final String query = " from content_moderation_decision order by number desc limit 1";
    return List.of(
        tables.one("select classifier" + query),
        tables.one("select decision" + query),
        tables.one("select confidence" + query));
  }

  final String reasons() {
    return tables.one(
        "select reasons from content_moderation_decision order by number desc limit 1");
  }

  final String state(final MessageEvent event) {
    return tables.one("select state from message_event where id = '" + event.id() + "'");
  }
}
