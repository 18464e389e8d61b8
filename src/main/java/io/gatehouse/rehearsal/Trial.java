package io.gatehouse.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.fixture.Fixture;
import io.gatehouse.fixture.LetterWriter;
import io.gatehouse.fixture.Request;
import java.util.ArrayList;
import java.util.List;

/** One fixture on its way through a gateway. */
final class Trial {

  /** More than any fixture makes. */
  private static final int MOST_EVENTS = 200;

  private final Fixture fixture;
  private final Gateway gateway;
  private final boolean sandbox;
  private List<Gateway.Answer> answers = List.of();

  Trial(final Fixture fixture, final Gateway gateway, final boolean sandbox) {
    this.fixture = fixture;
    this.gateway = gateway;
    this.sandbox = sandbox;
  }

  /** Registers the conversations and delivers the webhooks, in their order. */
  void send(final LetterWriter writer) throws InterruptedException {
    fixture.setup().forEach(gateway::register);
    for (final Request earlier : fixture.before()) {
      gateway.deliver(writer.write(fixture.provider(), earlier), earlier.copies());
    }
    final Request request = Echo.of(fixture.request(), this::observe);
    answers = gateway.deliver(writer.write(fixture.provider(), request), request.copies());
  }

  /** What has come of it until now. */
  Outcome observe() {
    final List<JsonNode> events = events();
    return new Outcome(fixture, answers, events, sandbox ? effects(events) : null);
  }

  private List<JsonNode> events() {
    final Fixture.Find find = fixture.find();
    if (find.nowhere()) {
      return List.of();
    }
    final String query =
        find.conversation().isEmpty()
            ? "source=" + Gateway.encoded(find.source()) + "&key=" + Gateway.encoded(find.key())
            : "conversation=" + Gateway.encoded(find.conversation());
    return list(gateway.get("/api/messages/events?limit=" + MOST_EVENTS + "&" + query));
  }

  private List<JsonNode> effects(final List<JsonNode> events) {
    final var effects = new ArrayList<JsonNode>();
    for (final JsonNode event : events) {
      effects.addAll(
          list(gateway.get("/api/sandbox/effects?limit=200&event=" + event.path("id").asText())));
    }
    return effects;
  }

  /** Some lists come in pages; none of ours fills one. */
  private static List<JsonNode> list(final JsonNode answer) {
    final JsonNode list = answer.isArray() ? answer : answer.path("items");
    return List.copyOf(list.valueStream().toList());
  }
}
