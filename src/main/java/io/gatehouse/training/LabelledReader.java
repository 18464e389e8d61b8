package io.gatehouse.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.base.Channel;
import io.gatehouse.base.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads labelled JSON lines: {@code text}, {@code channel}, {@code label} and, in a violation,
 * {@code spans} as [start, end, class] in code points.
 */
final class LabelledReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelledReader() {}

  /**
   * @throws StartFailure naming the file and line that cannot be read
   */
  static List<Labelled> read(final Path file) {
    final List<Labelled> rows = new ArrayList<>();
    try {
      for (final String line : Files.readAllLines(file)) {
        rows.add(row(JSON.readTree(line)));
      }
      return rows;
    } catch (final IOException | RuntimeException unreadable) {
      throw StartFailure.because(
          file + " line " + (rows.size() + 1) + " is no labelled message: " + unreadable);
    }
  }

  private static Labelled row(final JsonNode json) {
    final String text = json.required("text").asText();
    final Channel channel = Channel.of(json.required("channel").asText()).orElseThrow();
    final boolean violation = "violation".equals(json.required("label").asText());
    final List<Labelled.Mark> marks = new ArrayList<>();
    for (final JsonNode span : json.path("spans")) {
      marks.add(
          new Labelled.Mark(
              text.offsetByCodePoints(0, span.get(0).asInt()),
              text.offsetByCodePoints(0, span.get(1).asInt()),
              span.get(2).asText()));
    }
    return new Labelled(text, channel, violation, marks);
  }
}
