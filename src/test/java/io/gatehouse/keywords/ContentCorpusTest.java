package io.gatehouse.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.categories.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shares that were reached; they may rise, not fall. */
class ContentCorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of honest messages at most one in two hundred is looked at, in percent. */
  private static final double ALARMS = 0.5;

  @ParameterizedTest(name = "{0}: at least {1} % found")
  @CsvSource({"tuned_content.jsonl, 97", "content.jsonl, 91"})
  void what_is_meant_is_found_and_what_only_sounds_like_it_passes(
      final String file, final double least) throws IOException {
    int meant = 0;
    int found = 0;
    final List<String> alarms = new ArrayList<>();
    for (final String line : Files.readAllLines(CORPUS.resolve(file))) {
      final JsonNode row = JSON.readTree(line);
      final Opinion opinion = Opinions.of(row.get("text").asText());
      if ("violation".equals(row.get("label").asText())) {
        meant++;
        found += right(row, opinion) ? 1 : 0;
      } else if (opinion.ruling() != Ruling.ALLOW) {
        alarms.add(row.get("id").asText());
      }
    }
    assertThat(100.0 * found / meant).isGreaterThanOrEqualTo(least);
    assertThat(alarms.size()).as("alarms: %s", alarms).isLessThanOrEqualTo(2);
  }

  private static boolean right(final JsonNode row, final Opinion opinion) {
    boolean right = opinion.help() == row.get("help").asBoolean();
    for (final JsonNode name : row.get("categories")) {
      final Category category = Category.of(name.asText()).orElseThrow();
      right &= opinion.scores().of(category) >= Thresholds.STANDARD.quarantine();
    }
    return right && !(opinion.help() && opinion.ruling() == Ruling.BLOCK);
  }

  /** Messages between strangers about work; what they leak is another matter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "last.jsonl",
        "mixed.jsonl",
        "phrases.jsonl",
        "conversations.jsonl",
        "mails.jsonl",
        "tuned_mails.jsonl",
        "tuned_conversations.jsonl"
      })
  void messages_about_the_work_raise_no_alarm(final String file) throws IOException {
    int all = 0;
    int alarms = 0;
    for (final String line : Files.readAllLines(CORPUS.resolve(file))) {
      final JsonNode row = JSON.readTree(line);
      final boolean html = "erpnext".equals(row.get("channel").asText());
      for (final String text : texts(row)) {
        all++;
        alarms += alarm(html ? Folder.html(text) : Folder.plain(text)) ? 1 : 0;
      }
    }
    assertThat(100.0 * alarms / all).isLessThanOrEqualTo(ALARMS);
  }

  private static boolean alarm(final Canonical text) {
    return Opinions.KEYWORDS.opinion(text, Rules.NONE, Thresholds.STANDARD).ruling()
        != Ruling.ALLOW;
  }

  private static List<String> texts(final JsonNode row) {
    final List<String> texts = new ArrayList<>();
    if (row.has("text")) {
      texts.add(row.get("text").asText());
    } else {
      row.get("messages").forEach(message -> texts.add(message.get("text").asText()));
    }
    return texts;
  }
}
