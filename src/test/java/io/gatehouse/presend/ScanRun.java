package io.gatehouse.presend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The command with streams of its own; single quotes in the input stand for double ones. */
final class ScanRun {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter complaints = new StringWriter();

  JsonNode one(final String question) {
    run(question);
    return answers().getFirst();
  }

  int run(final String input, final String... arguments) {
    return run(bytes(input), arguments);
  }

  int run(final byte[] input, final String... arguments) {
    out.reset();
    return run(new ByteArrayInputStream(input), out, arguments);
  }

  int run(final InputStream in, final OutputStream to, final String... arguments) {
    return new CommandLine(new ScanCommand(in, to, Map.of()))
        .setErr(new PrintWriter(complaints))
        .execute(arguments);
  }

  String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String complaints() {
    return complaints.toString();
  }

  List<JsonNode> answers() {
    return output().lines().map(ScanRun::json).toList();
  }

  static byte[] bytes(final String input) {
    return input.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  static JsonNode ofClass(final JsonNode answer, final String type) {
    for (final JsonNode finding : answer.path("findings")) {
      if (type.equals(finding.path("class").textValue())) {
        return finding;
      }
    }
    throw new AssertionError("no " + type + " in " + answer);
  }

  private static JsonNode json(final String line) {
    try {
      return JSON.readTree(line);
    } catch (final IOException broken) {
      throw new AssertionError(line, broken);
    }
  }
}
