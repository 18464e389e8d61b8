package io.gatehouse.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.categories.Category;
import io.gatehouse.categories.Ruling;
import io.gatehouse.categories.Thresholds;
import io.gatehouse.json.Part;
import io.gatehouse.json.Part.Violation;
import io.gatehouse.keywords.Keywords;
import io.gatehouse.keywords.Rule;
import io.gatehouse.keywords.Rules;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModerationReaderTest {

  private static final JsonMapper JSON = JsonMapper.createDefault();

  @Test
  void an_empty_chapter_is_the_standard() throws IOException {
    assertThat(good("{}")).isEqualTo(ModerationSettings.STANDARD);
    assertThat(good("{'rules': []}").rules()).isEqualTo(Rules.NONE);
  }

  @Test
  void every_part_is_read() throws IOException {
    final ModerationSettings settings =
        good(
            """
            {'enabled': false, 'thresholds': {'quarantine': 0.3, 'block': 0.9},
             'hold_for_model': ['sms', 'chat'], 'replace_defaults': true,
             'rules': [{'category': 'hate', 'words': ['grobnik', 'dirty zorp'], 'weight': 0.9},
                       {'category': 'sexual', 'pattern': 'b[o0]o', 'weight': 0}]}\
            """);
    assertThat(settings.enabled()).isFalse();
    assertThat(settings.thresholds()).isEqualTo(new Thresholds(0.3, 0.9));
    assertThat(settings.holdForModel()).containsExactlyInAnyOrder(Channel.SMS, Channel.CHAT);
    assertThat(settings.rules().replaceDefaults()).isTrue();
    assertThat(settings.rules().given())
        .extracting(Rule::category)
        .containsExactly(Category.HATE, Category.SEXUAL);
  }

  @Test
  void what_is_shown_means_the_same_when_read_again() throws IOException {
    final ModerationSettings settings =
        good(
            """
            {'hold_for_model': ['erpnext'],
             'rules': [{'category': 'hate', 'words': ['grobnik'], 'weight': 0.9},
                       {'category': 'sexual', 'pattern': 'b[o0]o', 'weight': 0.5}]}\
            """);
    final String shown = JSON.writeValueAsString(ModerationView.of(settings));
    assertThat(good(shown)).isEqualTo(settings);
  }

  @Test
  void b57_a_rule_of_the_organization_decides_once_it_is_read() throws IOException {
    final ModerationSettings settings =
        good("{'rules': [{'category': 'hate', 'words': ['grobnik'], 'weight': 0.9}]}");
    assertThat(
            Keywords.standard()
                .opinion("you grobnik", settings.rules(), settings.thresholds())
                .ruling())
        .isEqualTo(Ruling.BLOCK);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'on': true}                              | /on                   | no such field",
        "{'enabled': 'yes'}                        | /enabled              | true or false",
        "{'thresholds': {'quarantine': 0.9}}       | /thresholds           | not be above",
        "{'thresholds': {'block': 1.1}}            | /thresholds/block     | from 0.01 to 1.0",
        "{'thresholds': {'quarantine': 0}}         | /thresholds/quarantine | from 0.01",
        "{'hold_for_model': ['fax']}               | /hold_for_model/0     | one of [sms",
        "{'rules': {}}                             | /rules                | must be a list",
        "{'rules': [{'category': 'rude', 'words': ['x'], 'weight': 0.5}]} | /rules/0/category | one"
            + " of [hate",
        "{'rules': [{'words': ['x'], 'weight': 0.5}]} | /rules/0/category | must not be missing",
        "{'rules': [{'category': 'hate', 'words': ['x']}]} | /rules/0/weight | must not be missing",
        "{'rules': [{'category': 'hate', 'words': ['x'], 'weight': 0.96}]} | /rules/0/weight | from"
            + " 0.0 to 0.95",
        "{'rules': [{'category': 'hate', 'words': ['x'], 'weight': -1}]} | /rules/0/weight | from"
            + " 0.0 to 0.95",
        "{'rules': [{'category': 'hate', 'weight': 0.5}]} | /rules/0 | words or a pattern",
        "{'rules': [{'category': 'hate', 'words': ['x'], 'pattern': 'y', 'weight': 0.5}]} |"
            + " /rules/0 | not both",
        "{'rules': [{'category': 'hate', 'words': ['!!'], 'weight': 0.5}]} | /rules/0/words/0 | 1"
            + " to 8 words",
        "{'rules': [{'category': 'hate', 'pattern': '(', 'weight': 0.5}]} | /rules/0/pattern |"
            + " cannot be read",
        "{'rules': [{'category': 'hate', 'pattern': '(abcdef){900}', 'weight': 0.5}]} |"
            + " /rules/0/pattern | too large",
      })
  void b57_what_is_wrong_is_told_with_its_place(
      final String document, final String path, final String message) throws IOException {
    assertThat(violations(document))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.path()).isEqualTo(path);
              assertThat(violation.message()).contains(message);
            });
  }

  @Test
  void b57_ten_megabytes_of_rules_are_refused_in_words() throws IOException {
    final String words = "'" + "grobnik ".repeat(8).strip() + "',";
    final String rule =
        "{'category': 'hate', 'weight': 0.5, 'words': [" + words.repeat(1_900) + "'grobnik']},";
    final String few = "{'rules': [" + rule.repeat(80) + rule.replace("},", "}") + "]}";
    assertThat(few.length()).isGreaterThan(10_000_000);
    assertThat(violations(few))
        .containsExactly(
            new Violation("/rules", "must be at most 200000 characters of words and patterns"));
    final String many = "{'rules': [" + "{},".repeat(500) + "{}]}";
    assertThat(violations(many))
        .containsExactly(new Violation("/rules", "must be at most 500 long"));
  }

  @Test
  void b57_patterns_are_few_and_small_together() throws IOException {
    final String rule = "{'category': 'hate', 'weight': 0.5, 'pattern': '%s'},";
    final String small = rule.formatted("ab").repeat(100) + rule.formatted("c").replace("},", "}");
    assertThat(violations("{'rules': [" + small + "]}"))
        .containsExactly(new Violation("/rules", "must be at most 100 rules with a pattern"));
    final String large = rule.formatted("(?:abc){200}x").repeat(9);
    assertThat(violations("{'rules': [" + large.substring(0, large.length() - 1) + "]}"))
        .singleElement()
        .satisfies(violation -> assertThat(violation.message()).contains("fewer or simpler"));
  }

  private static ModerationSettings good(final String document) throws IOException {
    final Part part = part(document);
    final ModerationSettings settings = ModerationReader.read(part);
    assertThat(part.violations()).isEmpty();
    return settings;
  }

  private static List<Violation> violations(final String document) throws IOException {
    final Part part = part(document);
    ModerationReader.read(part);
    return part.violations();
  }

  private static Part part(final String document) throws IOException {
    return Part.whole(JSON.readValue(document.replace('\'', '"'), JsonNode.class));
  }
}
