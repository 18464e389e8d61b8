package io.gatehouse.week;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The marketplace: its numbers, its clients and sitters, and what its owner can look up. */
final class Town {

  /** Each sitter has this many clients at once. */
  private static final int CLIENTS_OF_A_SITTER = 10;

  /** What a week that lasts minutes must not be stopped by: paces and ceilings of real days. */
  private static final String SETTINGS =
      """
      {"relay": {"segments_per_second": {"+1": 100}, "daily_ceiling": {"*": 1000000},
                 "loop": {"same_text": 100, "messages": 10000, "seconds": 60}}}
      """;

  private final Plan plan;
  private final Gateway gateway;

  Town(final Plan plan, final Gateway gateway) {
    this.plan = plan;
    this.gateway = gateway;
  }

  /** Adds the numbers and registers the conversations, which get theirs from the pool. */
  List<Written.Thread> settle() {
    gateway.ask("PUT", "/api/settings", SETTINGS);
    for (int n = 0; n < plan.numbers(); n++) {
      gateway.ask("POST", "/api/relay-numbers", "{\"number\":\"+16049%06d\"}".formatted(n));
    }
    return IntStream.range(0, plan.conversations()).mapToObj(this::meet).toList();
  }

  private Written.Thread meet(final int n) {
    final String ref = "booking-" + n;
    final String client = "+17782%06d".formatted(n);
    final String sitter = "+12363%06d".formatted(n / CLIENTS_OF_A_SITTER);
    final Map<String, Object> registered =
        gateway.ask(
            "PUT",
            "/api/conversations/" + ref,
            """
            {"channel":"sms","client":{"name":"Client %d","phone":"%s"},
             "provider":{"name":"Sitter %d","phone":"%s"}}
            """
                .formatted(n, client, n / CLIENTS_OF_A_SITTER, sitter));
    return new Written.Thread(
        ref, client, sitter, number(registered, "client"), number(registered, "provider"));
  }

  private static String number(final Map<String, Object> registered, final String side) {
    return registered.get(side) instanceof final Map<?, ?> person
            && person.get("relay_number") instanceof final String own
        ? own
        : String.valueOf(registered.get("relay_number"));
  }

  /** How many effects are in a state; at most a page of them is counted. */
  int effects(final String state) {
    return gateway.list("/api/effects?limit=200&state=" + state).size();
  }

  String eventOf(final Written one) {
    return events(one).stream()
        .map(event -> String.valueOf(event.get("id")))
        .findFirst()
        .orElse("");
  }

  /** What the gateway says of a message. */
  String fateOf(final Written one) {
    return events(one).stream()
        .map(event -> event.get("decision") + " " + event.get("state") + " " + event.get("id"))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private List<Map<?, ?>> events(final Written one) {
    final String path = "/api/messages/events?source=twilio&key=" + one.sid();
    return gateway.list(path);
  }
}
