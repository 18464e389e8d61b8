package io.gatehouse.installing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** Reads what the gateway tells of a site. */
final class Told {

  private Told() {}

  static JsonNode body(final HttpResponse<String> answer, final int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    try {
      return FakeDocuments.JSON.readTree(answer.body());
    } catch (final IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Map<String, String> states(final JsonNode report) {
    final Map<String, String> states = new TreeMap<>();
    report.path("steps").forEach(step -> states.put(text(step, "what"), text(step, "state")));
    return states;
  }

  static String state(final JsonNode report, final String what) {
    return states(report).getOrDefault(what, "not in " + report);
  }

  static String reason(final JsonNode report, final String what) {
    for (final JsonNode step : report.path("steps")) {
      if (text(step, "what").equals(what)) {
        return text(step, "reason");
      }
    }
    throw new AssertionError(what + " is not in " + report);
  }

  static String text(final JsonNode object, final String field) {
    return object.path(field).asText();
  }
}
