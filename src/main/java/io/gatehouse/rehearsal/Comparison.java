package io.gatehouse.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.fixture.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds what came of a fixture against what it expects, and says every difference. */
final class Comparison {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Outcome outcome;
  private final Fixture.Expect expect;
  private final List<String> differences = new ArrayList<>();

  private Comparison(final Outcome outcome) {
    this.outcome = outcome;
    this.expect = outcome.fixture().expect();
  }

  /** Empty when everything came as expected. */
  static List<String> of(final Outcome outcome) {
    final var comparison = new Comparison(outcome);
    outcome.answers().stream().distinct().forEach(comparison::compareAnswer);
    comparison.compareEvents();
    comparison.compareEffects();
    return comparison.differences;
  }

  private void compareAnswer(final Gateway.Answer answer) {
    compare("status", expect.status(), answer.status());
    if (!expect.answer().isEmpty()) {
      compare("answer", expect.answer(), answer.body());
    }
    if (expect.answerJson().isObject()) {
      compareMembers("", expect.answerJson(), json(answer.body()));
    }
  }

  private void compareMembers(final String path, final JsonNode expected, final JsonNode actual) {
    for (final Map.Entry<String, JsonNode> member : expected.properties()) {
      final String name = path + member.getKey();
      final JsonNode value = actual.path(member.getKey());
      if (member.getValue().isObject()) {
        compareMembers(name + ".", member.getValue(), value);
      } else {
        compare(name, member.getValue(), value);
      }
    }
  }

  private void compareEvents() {
    compare("recorded", expect.recorded(), outcome.events().size());
    if (!expect.decision().isEmpty()) {
      compare("decision", expect.decision(), outcome.decision());
      compareClasses();
    }
  }

  /** A leak may show more than the classes it is about; a clean message shows none. */
  private void compareClasses() {
    final boolean fits =
        expect.classes().isEmpty()
            ? outcome.classes().isEmpty()
            : outcome.classes().containsAll(expect.classes());
    if (!fits) {
      differences.add("classes: expected " + expect.classes() + ", got " + outcome.classes());
    }
  }

  private void compareEffects() {
    if (outcome.effects() == null) {
      return;
    }
    compare("effects", expect.effects(), outcome.kinds());
    for (final String secret : expect.nowhere()) {
      if (outcome.effects().stream().anyMatch(effect -> effect.toString().contains(secret))) {
        differences.add("an effect holds \"" + secret + "\"");
      }
    }
  }

  private void compare(final String what, final Object expected, final Object actual) {
    if (!Objects.equals(expected, actual)) {
      differences.add(what + ": expected " + expected + ", got " + actual);
    }
  }

  static JsonNode json(final String body) {
    try {
      return JSON.readTree(body);
    } catch (final JsonProcessingException notJson) {
      return JSON.missingNode();
    }
  }
}
