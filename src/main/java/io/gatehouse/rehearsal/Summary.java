package io.gatehouse.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.fixture.Request;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts each part of an outcome into a few words. */
final class Summary {

  private static final int QUOTED = 30;

  private Summary() {}

  static String asked(final Request request) {
    final String signature =
        request.signature() == Request.Signature.VALID
            ? ""
            : ", " + request.signature().name().toLowerCase(Locale.ROOT) + " signature";
    final String copies = request.copies() == 1 ? "" : ", " + request.copies() + " at once";
    return said(request) + signature + copies;
  }

  /** The text as a reader would see it; HTML without its tags. */
  private static String said(final Request request) {
    final String text =
        Stream.of(
                request.form().getOrDefault("Body", ""),
                request.json().path("content").asText().replaceAll("<[^>]{0,200}>", ""),
                request.json().path("message_text").asText())
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("");
    return text.isEmpty() ? "(no text)" : "\"" + Cell.clipped(Cell.oneLine(text), QUOTED) + "\"";
  }

  static String answered(final Outcome outcome) {
    return outcome.answers().stream()
        .map(answer -> answer.status() + " " + essence(answer))
        .distinct()
        .collect(Collectors.joining(" | "));
  }

  /** What was done, why nothing was, or what is wrong; else the body. */
  private static String essence(final Gateway.Answer answer) {
    final JsonNode json = Comparison.json(answer.body());
    return Stream.of("action", "ignored", "code")
        .map(member -> json.path(member).asText())
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElseGet(() -> answer.body().replaceFirst("^<\\?xml[^>]*>", ""));
  }

  static String recorded(final Outcome outcome) {
    return switch (outcome.events().size()) {
      case 0 -> "nothing";
      case 1 -> decided(outcome);
      default -> outcome.events().size() + " events, " + decided(outcome);
    };
  }

  /** A keyword or a stranger's message is not judged, which its handling tells. */
  private static String decided(final Outcome outcome) {
    final String handling = outcome.events().getFirst().path("handling").asText();
    return Stream.concat(
            Stream.of(handling.equals("screen") ? outcome.decision() : handling),
            outcome.classes().stream())
        .collect(Collectors.joining(" "));
  }

  static String sent(final Outcome outcome) {
    if (outcome.effects() == null) {
      return "(not in sandbox)";
    }
    final String kinds =
        outcome.kinds().entrySet().stream().map(Summary::counted).collect(Collectors.joining(" "));
    return kinds.isEmpty() ? "nothing" : kinds;
  }

  private static String counted(final Map.Entry<String, Integer> kind) {
    return kind.getKey() + (kind.getValue() == 1 ? "" : " x" + kind.getValue());
  }
}
