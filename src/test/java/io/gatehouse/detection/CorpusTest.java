package io.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shares that were reached on messages nobody tuned to; they may rise, not fall. */
class CorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Known LISTED =
      new Known(
          Set.of("accounts@ledgerwick.ca", "care@pawpost.app"),
          Set.of("+18665550122", "6475550111"),
          Set.of(
              "ledgerwick.ca",
              "pawpost.app",
              "tasklark.com",
              "canada.ca",
              "irs.gov",
              "revenuquebec.ca"),
          Set.of("Ledgerwick", "PawPost", "Tasklark"));

  @ParameterizedTest(name = "{0}: at least {1} % found, at most {2} % false alarms")
  @CsvSource({
    "last.jsonl, 90, 2.5",
    "mixed.jsonl, 92, 3.0",
    "phrases.jsonl, 74, 2.5",
    "conversations.jsonl, 62, 5.0",
    "tuned_conversations.jsonl, 87, 3.0"
  })
  void the_share_of_leaks_found_does_not_fall(
      final String file, final double found, final double alarms) throws Exception {
    int[] leaks = new int[2];
    int[] clean = new int[2];
    for (final String line : Files.readAllLines(CORPUS.resolve(file))) {
      final JsonNode row = JSON.readTree(line);
      final int[] tally = "violation".equals(row.get("label").asText()) ? leaks : clean;
      tally[0]++;
      tally[1] += flagged(row) ? 1 : 0;
    }
    assertThat(100.0 * leaks[1] / leaks[0]).as("leaks found").isGreaterThanOrEqualTo(found);
    assertThat(100.0 * clean[1] / clean[0]).as("false alarms").isLessThanOrEqualTo(alarms);
  }

  private static boolean flagged(final JsonNode row) {
    final Channel channel = Channel.of(row.get("channel").asText()).orElseThrow();
    if (row.has("text")) {
      return scan(said(row, channel, "client"), channel, List.of());
    }
    final List<Utterance> earlier = new ArrayList<>();
    boolean flagged = false;
    for (final JsonNode message : row.get("messages")) {
      final Utterance said = said(message, channel, message.get("sender").asText());
      flagged |= scan(said, channel, earlier);
      earlier.add(said);
    }
    return flagged;
  }

  private static boolean scan(
      final Utterance said, final Channel channel, final List<Utterance> earlier) {
    return Scans.DETECTOR.scan(new ScanRequest(said, channel, "CA", LISTED, earlier)).detected();
  }

  private static Utterance said(final JsonNode json, final Channel channel, final String sender) {
    final Format format = channel == Channel.ERPNEXT ? Format.HTML : Format.PLAIN;
    final Role role = "client".equals(sender) ? Role.CLIENT : Role.PROVIDER;
    return new Utterance(role, json.get("text").asText(), format);
  }
}
