package io.gatehouse.overrides;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.effects.Effects;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;

/** What tests of an owner's word have in common: Cleo writes to Sam, and the owner has a key. */
@GatehouseTest
@NullUnmarked
abstract class OverridesTest {

  static final OrganizationId HERE = OrganizationId.DEFAULT;
  static final String CLEO = "+16045550143";
  static final String SAM = "+16045550144";
  static final String RELAY = "+16045550100";
  static final String LEAK = "Here's my number: 604-555-0143, give me a call";

  @Inject Gatekeeper gatekeeper;
  @Inject Conversations conversations;
  @Inject Effects effects;
  @Inject Api api;
  @Inject Keys keys;
  @Inject Tables tables;
  @Inject TestClock clock;

  Conversation walk;
  String owner;
  private int messages;

  @BeforeEach
  void register() {
    owner = keys.with(Caller.OWNER);
    walk = conversation("walk-1", Channel.SMS, RELAY);
  }

  final Conversation conversation(final String ref, final Channel channel, final String relay) {
    return conversations.register(
        HERE,
        channel,
        ref,
        new Registration(
            new Person("Cleo", null, CLEO, null),
            new Person("Sam", null, SAM, null),
            List.of(),
            Known.NOTHING,
            relay));
  }

  /** Cleo writes, a second after what was written before. */
  final MessageEvent says(final String text) {
    return says(walk, text);
  }

  final MessageEvent says(final Conversation in, final String text) {
    clock.advance(Duration.ofSeconds(1));
    return gatekeeper.screen(
        new Incoming(
            new Origin(
                HERE,
                in.channel(),
                Direction.INBOUND,
                new Sender(Role.CLIENT, null, CLEO),
                Map.of("from", CLEO, "to", RELAY)),
            in,
            new Content(text, Format.PLAIN),
            Known.NOTHING,
            new NaturalKey("test", "m" + ++messages, null),
            Handling.SCREEN));
  }

  final HttpResponse<String> order(final UUID event, final String what, final String body) {
    return order(event, what, owner, body);
  }

  final HttpResponse<String> order(
      final UUID event, final String what, final String key, final String body) {
    return api.post("/api/messages/events/" + event + "/" + what, key, body);
  }

  final String shown(final UUID event) {
    return api.get("/api/messages/events/" + event, owner).body();
  }

  final void settings(final String document) {
    final var changed =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + owner)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString(document)));
    if (changed.statusCode() != 200) {
      throw new IllegalStateException(changed.body());
    }
  }

  /** The texts that went to the other side so far. */
  final List<String> relayed() {
    effects.runDue();
    return tables.strings(
        "select request->>'Body' from sandbox_effect where kind = 'sms.relay' order by number");
  }
}
