package io.gatehouse.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.fixture.Fixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What came of a fixture.
 *
 * @param answers to each copy of its request
 * @param events newest first
 * @param effects null when they went to real people and cannot be seen
 */
record Outcome(
    Fixture fixture,
    List<Gateway.Answer> answers,
    List<JsonNode> events,
    @Nullable List<JsonNode> effects) {

  String decision() {
    return events.isEmpty() ? "" : events.getFirst().path("decision").asText();
  }

  /** Of the newest event. */
  Set<String> classes() {
    final var classes = new TreeSet<String>();
    if (!events.isEmpty()) {
      events
          .getFirst()
          .path("findings")
          .forEach(finding -> classes.add(finding.path("class").asText()));
    }
    return classes;
  }

  /** How many effects of each kind. */
  Map<String, Integer> kinds() {
    final var kinds = new TreeMap<String, Integer>();
    if (effects != null) {
      effects.forEach(effect -> kinds.merge(effect.path("kind").asText(), 1, Integer::sum));
    }
    return kinds;
  }
}
