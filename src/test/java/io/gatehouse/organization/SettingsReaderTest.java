package io.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.environment.EnvironmentReader;
import io.gatehouse.json.Part.Violation;
import io.gatehouse.organization.SettingsReader.Reading;
import io.gatehouse.policy.Alerting;
import io.gatehouse.policy.Bands;
import io.gatehouse.policy.Mode;
import io.gatehouse.policy.Rule;
import io.gatehouse.wording.TextFiles;
import io.gatehouse.wording.TextsReader;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

  private static final JsonMapper JSON = JsonMapper.createDefault();

  private final TextFiles files = new TextFiles();
  private final SettingsReader reader = reader(Map.of());
  private final SettingsView view = new SettingsView(files);

  @Test
  void an_empty_document_is_the_standard() throws IOException {
    assertThat(good("{}")).isEqualTo(Settings.STANDARD);
    assertThat(good("{'region': null, 'rules': null, 'allow': {'emails': null}}"))
        .isEqualTo(Settings.STANDARD);
  }

  @Test
  void the_example_spells_out_every_default() throws IOException {
    final Settings example = good(Files.readString(Path.of("deploy/settings.example.json")));
    assertThat(view.resolved(example)).isEqualTo(view.resolved(Settings.STANDARD));
  }

  @Test
  void who_chose_no_bands_has_those_of_the_environment() throws IOException {
    final SettingsReader strict = reader(Map.of("NUDGE_THRESHOLD", "0.2", "SYNC_THRESHOLD", "0.3"));
    assertThat(bands(strict, "{}")).isEqualTo(new Bands(0.2, 0.3));
    assertThat(bands(strict, "{\"bands\": {\"block\": 0.8}}")).isEqualTo(new Bands(0.2, 0.8));
    final var shown =
        view.resolved(strict.read(0, JSON.readValue("{}", JsonNode.class)).settings());
    assertThat(shown).containsEntry("bands", Map.of("nudge", 0.2, "block", 0.3));
  }

  private static Bands bands(final SettingsReader reader, final String document)
      throws IOException {
    return reader.read(1, JSON.readValue(document, JsonNode.class)).settings().policy().bands();
  }

  private SettingsReader reader(final Map<String, String> variables) {
    return new SettingsReader(
        new TextsReader(files), new EnvironmentReader(variables).interception());
  }

  @Test
  void what_is_resolved_means_the_same_when_read_again() throws IOException {
    final Settings settings =
        good(
            """
            {'language': 'fr', 'bands': {'block': 0.9}, 'weights': {'url': 0.05},
             'rules': [{'mode': 'observe', 'role': 'provider'},
                       {'mode': 'graded', 'channel': 'sms', 'redact': true, 'bands': {'nudge': 0.1}}],
             'vocabulary': ['acme'], 'allow': {'domains': ['example.com']}}""");
    final Map<String, Object> resolved = view.resolved(settings);
    assertThat(view.resolved(good(JSON.writeValueAsString(resolved)))).isEqualTo(resolved);
  }

  @Test
  void every_part_is_read() throws IOException {
    final Settings settings =
        good(
            """
            {'region': 'US', 'language': 'es', 'words': {'brand': 'Acme', 'helper': 'Ann'},
             'texts': {'en': {'unknown_sender': '{brand} of {helper}'}},
             'allow': {'emails': ['a@b.ca'], 'phones': ['(604) 555-0143'], 'domains': ['b.ca']},
             'vocabulary': ['acme'], 'weights': {'url': 1},
             'strikes': {'escalate_at': 5, 'window_days': 7}}""");
    assertThat(settings.region()).isEqualTo("US");
    assertThat(settings.language()).isEqualTo("es");
    assertThat(settings.words()).containsEntry("helper", "Ann");
    assertThat(settings.texts()).containsKey("en");
    assertThat(settings.known().phones()).containsExactly("(604) 555-0143");
    assertThat(settings.known().vocabulary()).containsExactly("acme");
    assertThat(settings.weights().of())
        .containsEntry(FindingClass.URL, 1.0)
        .containsEntry(FindingClass.PHONE_NUMBER, 0.4);
    assertThat(settings.strikes())
        .isEqualTo(new Settings.Strikes(5, Duration.ofDays(7), 0, Duration.ofDays(14)));
  }

  @Test
  void a_rule_takes_what_it_does_not_say_from_its_preset_and_the_common_bands() throws IOException {
    final Settings settings =
        good(
            """
            {'bands': {'nudge': 0.2, 'block': 0.8},
             'rules': [{'channel': 'sms', 'direction': 'inbound', 'role': 'client', 'mode': 'graded',
                        'bands': {'block': 0.5}, 'alerting': 'never'}]}""");
    assertThat(rule(settings, Channel.SMS))
        .isEqualTo(new Rule(Mode.GRADED, false, new Bands(0.2, 0.5), Alerting.NEVER));
    assertThat(rule(settings, Channel.CHAT))
        .isEqualTo(Rule.preset(Mode.GRADED).with(new Bands(0.2, 0.8)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[]                                        |                    | must be an object",
        "'x'                                       |                    | must be an object",
        "{'colour': 1}                             | /colour            | there is no such field",
        "{'a/b~c': 1}                              | /a~1b~0c           | there is no such field",
        "{'region': 'canada'}                      | /region            | must be a country",
        "{'region': 7}                             | /region            | must be a country",
        "{'language': 'xx'}                        | /language          | must be the two letters",
        "{'words': []}                             | /words             | must be an object",
        "{'words': {'Brand': 'x'}}                 | /words/Brand       | lower-case",
        "{'words': {'brand': ' '}}                 | /words/brand       | must be one line",
        "{'words': {'brand': 'a\\nb'}}             | /words/brand       | must be one line",
        "{'texts': {'xx': {}}}                     | /texts/xx          | field's name",
        "{'texts': {'fr': 'x'}}                    | /texts/fr          | must be an object",
        "{'texts': {'fr': {'hello': 'x'}}}         | /texts/fr/hello    | no text of this name",
        "{'texts': {'fr': {'alert.issue': ''}}}    | /texts/fr/alert.issue | must be a text",
        "{'texts': {'fr': {'alert.issue': 'a\\u0000b'}}} | /texts/fr/alert.issue | must be a text",
        "{'texts': {'fr': {'alert.issue': 'a\\ud800b'}}} | /texts/fr/alert.issue | must be a text",
        "{'texts': {'en': {'alert.issue': '{Brand}'}}} | /texts/en/alert.issue | {Brand} is not known",
        "{'texts': {'en': {'word.brand': '{portal}'}}} | /texts/en/word.brand | {portal} is not known",
        "{'allow': {'emails': ['x']}}              | /allow/emails/0    | must be an e-mail address",
        "{'allow': {'emails': ['a@b.c', null]}}    | /allow/emails/1    | must not be missing",
        "{'allow': {'phones': ['12']}}             | /allow/phones/0    | must be a phone number",
        "{'allow': {'domains': ['a b.com']}}       | /allow/domains/0   | must be a domain",
        "{'allow': {'users': []}}                  | /allow/users       | there is no such field",
        "{'vocabulary': 'acme'}                    | /vocabulary        | must be a list",
        "{'weights': {'url': 1.1}}                 | /weights/url       | from 0.0 to 1.0",
        "{'weights': {'url': '1'}}                 | /weights/url       | must be a number",
        "{'weights': {'hate': 1}}                  | /weights/hate      | there is no such field",
        "{'bands': {'nudge': 0.7}}                 | /bands             | must not be above",
        "{'strikes': {'escalate_at': 0}}           | /strikes/escalate_at | from 1 to 20",
        "{'strikes': {'escalate_at': 2.5}}         | /strikes/escalate_at | a whole number",
        "{'strikes': {'window_days': 1e99}}        | /strikes/window_days | from 1 to 365",
        "{'rules': [{}]}                           | /rules/0/mode      | must not be missing",
        "{'rules': [{'mode': 'harsh'}]}            | /rules/0/mode      | one of [observe, warn, graded, strict]",
        "{'rules': [{'mode': 'warn', 'channel': 'fax'}]} | /rules/0/channel | one of [sms, erpnext, chat]",
        "{'rules': [{'mode': 'warn', 'redact': 1}]} | /rules/0/redact   | must be true or false",
      })
  void what_is_wrong_is_told_with_its_place(
      final String document, final String path, final String message) throws IOException {
    final Reading reading = reader.read(1, json(document));
    assertThat(reading.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.path()).isEqualTo(path == null ? "" : path);
              assertThat(violation.message()).contains(message);
            });
  }

  @Test
  void everything_wrong_is_told_at_once_and_the_rest_still_holds() throws IOException {
    final Reading reading =
        reader.read(1, json("{'region': 1, 'language': 'fr', 'bands': {'block': 2}, 'x': {}}"));
    assertThat(reading.violations())
        .extracting(Violation::path)
        .containsExactlyInAnyOrder("/x", "/region", "/bands/block");
    assertThat(reading.settings().language()).isEqualTo("fr");
  }

  @Test
  void long_lists_are_refused_whole() throws IOException {
    final String list = "'a@b.ca',".repeat(1_001);
    final String document = "{'allow': {'emails': [" + list.substring(0, list.length() - 1) + "]}}";
    assertThat(reader.read(1, json(document)).violations())
        .containsExactly(new Violation("/allow/emails", "must be at most 1000 long"));
  }

  private Settings good(final String document) throws IOException {
    final Reading reading = reader.read(0, json(document));
    assertThat(reading.violations()).isEmpty();
    return reading.settings();
  }

  private static Rule rule(final Settings settings, final Channel channel) {
    return settings.policy().ruleFor(channel, Direction.INBOUND, Role.CLIENT);
  }

  private static JsonNode json(final String document) throws IOException {
    return JSON.readValue(document.replace('\'', '"'), JsonNode.class);
  }
}
