package io.gatehouse.portal;

import io.gatehouse.week.Gateway;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the gateway recorded, by the document it was. */
final class Seen {

  private static final int PAGE = 200;

  private final Map<String, List<Map<?, ?>>> events = new HashMap<>();

  private Seen() {}

  static Seen by(final Gateway gateway) {
    final Seen seen = new Seen();
    String before = "";
    List<Map<?, ?>> page;
    do {
      page = gateway.list("/api/messages/events?channel=erpnext&limit=" + PAGE + before);
      page.forEach(seen::add);
      before = page.isEmpty() ? "" : "&before=" + page.getLast().get("id");
    } while (page.size() == PAGE);
    return seen;
  }

  private void add(final Map<?, ?> event) {
    if (event.get("envelope") instanceof final Map<?, ?> envelope) {
      final String document = String.valueOf(envelope.get("document"));
      events.computeIfAbsent(document, first -> new ArrayList<>()).add(event);
    }
  }

  int times(final Said said) {
    return events.getOrDefault(said.document(), List.of()).size();
  }

  long flagged(final Said said) {
    return events.getOrDefault(said.document(), List.of()).stream()
        .filter(event -> !"allow".equals(event.get("decision")))
        .count();
  }

  int all() {
    return events.values().stream().mapToInt(List::size).sum();
  }
}
