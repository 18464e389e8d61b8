package io.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.detection.ScanRequest.Format;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word the sources list: an offer that uses it is found, harmless talk is not (B12). */
class VocabularyTest {

  private static final Known ORGANIZATION = new Known(Set.of(), Set.of(), Set.of(), Set.of("pw"));

  static Stream<Arguments> offers() throws Exception {
    return rows("offers.txt");
  }

  static Stream<Arguments> harmless() throws Exception {
    return rows("harmless.txt");
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("offers")
  void an_offer_is_found(final String requirement, final String type, final String message) {
    final Scan scan = Scans.scan(message, Format.PLAIN, Channel.CHAT, ORGANIZATION);
    assertThat(Scans.classes(scan)).as(requirement).containsAll(Scans.classes(type));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("harmless")
  void harmless_talk_is_clean(
      final String requirement, final String channel, final String message) {
    final Channel on = Channel.of(channel).orElseThrow();
    final Scan scan = Scans.scan(message, Format.PLAIN, on, ORGANIZATION);
    assertThat(scan.findings()).as(requirement).isEmpty();
  }

  static Stream<Arguments> redTeam() throws Exception {
    return Stream.concat(rows("red_team.txt"), rows("intent.txt"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("redTeam")
  void disguises_are_seen_through_and_look_alikes_left_alone(
      final String verdict, final String channel, final String message) {
    final Channel on = Channel.of(channel).orElseThrow();
    final Format format = on == Channel.ERPNEXT ? Format.HTML : Format.PLAIN;
    assertThat(Scans.scan(message, format, on, ORGANIZATION).detected())
        .isEqualTo("found".equals(verdict));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Call me at 647-555-0111",
        "Reach us directly at care@pawpost.app",
        "Our office number is 647 555 0111, call us directly at that number"
      })
  void a_phrase_about_a_listed_contact_is_harmless(final String message) {
    final Known listed =
        new Known(Set.of("care@pawpost.app"), Set.of("647-555-0111"), Set.of(), Set.of());
    assertThat(Scans.scan(message, Format.PLAIN, Channel.CHAT, listed).findings()).isEmpty();
  }

  private static Stream<Arguments> rows(final String file) throws Exception {
    try (InputStream in = VocabularyTest.class.getResourceAsStream("/detection/" + file)) {
      final String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arguments.of((Object[]) line.split(" \\| ", 3)))
          .toList()
          .stream();
    }
  }
}
