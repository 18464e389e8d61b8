package io.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.asides.Setting;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail with history, signatures and footers: the last message of each row is judged. */
class MailCorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest(name = "{0}: at least {1} % found, {2} % in their place, {3} % false alarms")
  @CsvSource({"tuned_mails.jsonl, 100, 100, 0", "mails.jsonl, 90, 80, 5"})
  void leaks_are_found_where_they_stand_and_honest_history_is_left_alone(
      final String file, final double found, final double placed, final double alarms)
      throws Exception {
    final var missed = new ArrayList<String>();
    final var misplaced = new ArrayList<String>();
    final var alarmed = new ArrayList<String>();
    int leaks = 0;
    int clean = 0;
    for (final String line : Files.readAllLines(CORPUS.resolve(file))) {
      final JsonNode row = JSON.readTree(line);
      final Scan scan = scan(row);
      if ("clean".equals(row.get("label").asText())) {
        clean++;
        note(scan.detected(), alarmed, row);
      } else {
        leaks++;
        note(!scan.detected(), missed, row);
        note(scan.detected() && !inPlace(scan, row), misplaced, row);
      }
    }
    assertThat(100.0 - 100.0 * missed.size() / leaks)
        .as("found; missed %s", missed)
        .isGreaterThanOrEqualTo(found);
    assertThat(100.0 - 100.0 * (missed.size() + misplaced.size()) / leaks)
        .as("in their place; elsewhere %s", misplaced)
        .isGreaterThanOrEqualTo(placed);
    assertThat(100.0 * alarmed.size() / clean)
        .as("false alarms %s", alarmed)
        .isLessThanOrEqualTo(alarms);
  }

  private static void note(final boolean wrong, final List<String> names, final JsonNode row) {
    if (wrong) {
      names.add(row.get("id").asText());
    }
  }

  /** A leak beside the message is spared only where nothing of it counts as the message itself. */
  private static boolean inPlace(final Scan scan, final JsonNode row) {
    final Setting expected = Setting.of(row.get("setting").asText());
    return expected.aside()
        ? scan.findings().stream().allMatch(finding -> finding.setting() == expected)
        : scan.findings().stream().anyMatch(finding -> finding.setting() == expected);
  }

  private static Scan scan(final JsonNode row) {
    final List<Utterance> said = new ArrayList<>();
    row.get("messages").forEach(message -> said.add(said(message)));
    final Known known =
        new Known(texts(row.get("emails")), texts(row.get("phones")), Set.of(), Set.of())
            .under(texts(row.get("footers")));
    final List<Utterance> earlier = said.subList(0, said.size() - 1);
    return Scans.DETECTOR.scan(
        new ScanRequest(said.getLast(), Channel.ERPNEXT, "CA", known, earlier));
  }

  private static Utterance said(final JsonNode message) {
    final Role role = Role.of(message.get("sender").asText()).orElseThrow();
    final Format format = Format.valueOf(message.get("format").asText().toUpperCase(Locale.ROOT));
    return new Utterance(role, message.get("text").asText(), format);
  }

  private static Set<String> texts(final JsonNode array) {
    final Set<String> texts = new HashSet<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
