package io.gatehouse.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The texts that are timed. */
final class BenchmarkTexts {

  /** Sixty characters of nothing. */
  static final String CLEAN = "Thanks, the receipts arrived and I will look at them tonight";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final List<String> ORDINARY =
      List.of(
          "The annual return is nearly done and I only miss two receipts from March.",
          "Could you upload the bank statement when you are back on Thursday?",
          "Luna ate well, walked for forty minutes and slept through the afternoon.",
          "Invoice 20418 was for $1,250.00 and is due on 2026-04-15.",
          "I left the key with the neighbour, as we said last week.");

  private BenchmarkTexts() {}

  static ScanRequest plain(final String text) {
    return request(text, Channel.CHAT, Format.PLAIN);
  }

  /** Ordinary talk up to a length. */
  static String ordinary(final int length) {
    final StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < length; i++) {
      text.append(ORDINARY.get(i % ORDINARY.size())).append(i % 4 == 3 ? '\n' : ' ');
    }
    return text.substring(0, length);
  }

  /** Single messages of a corpus, in the form each has. */
  static List<ScanRequest> corpus(final Path file) throws IOException {
    final List<ScanRequest> requests = new ArrayList<>();
    for (final String line : Files.readAllLines(file)) {
      final JsonNode row = JSON.readTree(line);
      final Channel channel = Channel.of(row.path("channel").asText("chat")).orElseThrow();
      final Format format = channel == Channel.ERPNEXT ? Format.HTML : Format.PLAIN;
      if (row.hasNonNull("text")) {
        requests.add(request(row.path("text").textValue(), channel, format));
      }
    }
    return requests;
  }

  private static ScanRequest request(
      final String text, final Channel channel, final Format format) {
    return new ScanRequest(
        new Utterance(Role.CLIENT, text, format), channel, "CA", Known.NOTHING, List.of());
  }
}
