package io.gatehouse.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.effects.Effects;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A client and a sitter, and a program that sends for them. */
@GatehouseTest
@NullUnmarked
abstract class SendingTest {

  static final String RELAY = "+16045550100";
  static final String CLIENT = "+16045550111";
  static final String SITTER = "+16045550122";
  static final String CLEAN = "Can you walk the dog at noon?";
  static final String LEAK = "Just call me, 778-555-0147 is my number";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Inject Api api;
  @Inject Keys keys;
  @Inject Conversations conversations;
  @Inject Effects effects;
  @Inject Tables tables;
  @Inject TestClock clock;

  String key;

  @BeforeEach
  void register() {
    register(OrganizationId.DEFAULT, "booking-1", CLIENT, SITTER, RELAY);
    key = keys.with("sender");
  }

  void register(
      final OrganizationId organization,
      final String name,
      final @Nullable String client,
      final @Nullable String sitter,
      final @Nullable String relay) {
    conversations.register(
        organization,
        Channel.SMS,
        name,
        new Registration(
            new Person("Cleo", null, client, "fr"),
            new Person("Sam", null, sitter, null),
            List.of(),
            Known.NOTHING,
            relay));
  }

  /** What went out into the sandbox: kind, from, to and body of each. */
  List<String> sent() {
    effects.runDue();
    return tables.strings(
        "select concat_ws(' | ', kind, request->>'From', request->>'To', request->>'Body')"
            + " from sandbox_effect where lane = 'twilio' order by number");
  }

  static String relayed(final String to, final String body) {
    return "sms.relay | " + RELAY + " | " + to + " | " + body;
  }

  void assertNothingHappened() {
    assertThat(tables.count("message_event")).isZero();
    assertThat(tables.count("message_key")).isZero();
    assertThat(tables.count("effect")).isZero();
    assertThat(tables.count("notice")).isZero();
  }

  static JsonNode json(final HttpResponse<String> answer, final int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    try {
      return JSON.readTree(answer.body());
    } catch (final IOException broken) {
      throw new AssertionError(answer.body(), broken);
    }
  }

  static void assertProblem(
      final HttpResponse<String> answer, final int status, final String code) {
    assertThat(json(answer, status).path("code").asText()).isEqualTo(code);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }
}
