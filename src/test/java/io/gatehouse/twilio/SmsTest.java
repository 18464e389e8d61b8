package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.effects.Effects;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;

/** What tests of messages that come by webhook have in common: a client and a sitter. */
@GatehouseTest
@NullUnmarked
abstract class SmsTest {

  static final String RELAY = "+16045550100";
  static final String CLIENT = "+16045550111";
  static final String SITTER = "+16045550122";
  static final String STRANGER = "+16045550133";
  static final String CLEAN = "Can you walk the dog at noon?";
  static final String LEAK = "Just call me, 778-555-0147 is my number";

  @Inject Webhook webhook;
  @Inject Conversations conversations;
  @Inject Effects effects;
  @Inject Tables tables;
  @Inject TestClock clock;

  @BeforeEach
  void register() {
    conversations.register(
        OrganizationId.DEFAULT,
        Channel.SMS,
        "booking-1",
        new Registration(
            new Person("Cleo", null, CLIENT, "fr"),
            new Person("Sam", null, SITTER, null),
            List.of(),
            Known.NOTHING,
            RELAY));
  }

  /** Messages come a second apart. */
  void receive(final String sid, final String from, final String body) {
    clock.advance(Duration.ofSeconds(1));
    assertAccepted(webhook.sms(sid, from, RELAY, body));
  }

  static void assertAccepted(final HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertXml(answer);
    assertThat(answer.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
  }

  static void assertXml(final HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
    assertThat(answer.body()).endsWith("<Response/>");
  }

  /** What went out into the sandbox, in order: kind, from, to and body of each. */
  List<String> sent() {
    effects.runDue();
    return tables.strings(
        "select concat_ws(' | ', kind, request->>'From', request->>'To', request->>'Body')"
            + " from sandbox_effect where lane = 'twilio' order by number");
  }

  List<String> states() {
    return tables.strings("select concat_ws(' ', handling, state) from message_event order by id");
  }

  List<String> notices() {
    return tables.strings("select kind from notice order by id");
  }
}
