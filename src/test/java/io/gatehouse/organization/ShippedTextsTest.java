package io.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.base.Segments;
import io.gatehouse.detection.Detector;
import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.detection.Utterance;
import io.gatehouse.wording.Template;
import io.gatehouse.wording.TextFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that ships, in every language. */
class ShippedTextsTest {

  /** One value for every place; what it stands for must not look like a leak either. */
  private static final Map<String, String> FACTS =
      Map.ofEntries(
          Map.entry("issue", "ISS-2025-00042"),
          Map.entry("classes", "phone_number,messaging_platform,payment_bypass"),
          Map.entry("sender", "***-***-0143"),
          Map.entry("summary", "***-***-0143"),
          Map.entry("word", "STOP"),
          Map.entry("count", "3"),
          Map.entry("effect", "sms.relay"),
          Map.entry("reference", "GH-3F9K2"),
          Map.entry("code", "21610"),
          Map.entry("until", "2026-03-16T14:30:00Z"),
          Map.entry("price", "$75 an hour"));

  /** Beside the warnings. */
  private static final Set<String> SMS =
      Set.of(
          "unknown_sender",
          "media_not_relayed",
          "conversation_closed",
          "conversation_suspended",
          "moderation.held",
          "moderation.held_care",
          "moderation.help");

  private static final Detector DETECTOR = Detector.standard();
  private static final TextFiles FILES = new TextFiles();
  private static final Texts TEXTS = new Texts(FILES);

  static Stream<Arguments> texts() {
    return TextFiles.LANGUAGES.stream()
        .flatMap(language -> FILES.keys().stream().map(key -> Arguments.of(language, key)));
  }

  static Stream<Arguments> smsTexts() {
    return texts()
        .filter(text -> channel((String) text.get()[1]) == Channel.SMS)
        .flatMap(
            text ->
                Stream.of("", "as_is", "redacted", "withheld")
                    .map(outcome -> Arguments.of(text.get()[0], text.get()[1], outcome)));
  }

  @Test
  void every_file_is_a_language_and_holds_the_same_texts() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/texts"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".properties", "")))
          .containsExactlyInAnyOrderElementsOf(TextFiles.LANGUAGES);
    }
    assertThat(texts())
        .allSatisfy(
            text ->
                assertThat(FILES.find((String) text.get()[0], (String) text.get()[1]))
                    .as("%s %s", text.get())
                    .isPresent());
  }

  @Test
  void every_class_has_its_warning_its_reason_and_its_name() {
    for (final FindingClass type : FindingClass.values()) {
      assertThat(FILES.keys())
          .contains("warning." + type.wire(), "block." + type.wire(), "class." + type.wire());
    }
  }

  @ParameterizedTest(name = "{1} ({0})")
  @MethodSource("texts")
  void a_translation_fills_the_places_of_the_english_text(final String language, final String key) {
    final var english = new Template(FILES.find(TextFiles.FALLBACK, key).orElseThrow()).names();
    english.addAll(FILES.words());
    assertThat(english).containsAll(new Template(FILES.find(language, key).orElseThrow()).names());
  }

  @ParameterizedTest(name = "{1} ({0}, {2})")
  @MethodSource("smsTexts")
  void an_sms_is_one_segment(final String language, final String key, final String outcome) {
    final String text = TEXTS.render(Settings.STANDARD, key, language, Map.of("outcome", outcome));
    assertThat(Segments.of(text).foreign()).as(text).isEmpty();
    assertThat(Segments.of(text).count()).as(text).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest(name = "{1} ({0})")
  @MethodSource("texts")
  void our_own_texts_are_no_leaks_b62(final String language, final String key) {
    for (final String outcome : List.of("", "as_is", "redacted", "withheld")) {
      final var facts = new HashMap<>(FACTS);
      facts.put("outcome", outcome);
      final String text = TEXTS.render(Settings.STANDARD, key, language, facts);
      assertThat(rules(text, channel(key))).as(text).isEmpty();
    }
  }

  private static TreeSet<String> rules(final String text, final Channel channel) {
    final var request =
        new ScanRequest(
            new Utterance(Role.STAFF, text, Format.PLAIN), channel, "CA", Known.NOTHING, List.of());
    final var rules = new TreeSet<String>();
    DETECTOR.scan(request).findings().stream().map(Finding::rule).forEach(rules::add);
    return rules;
  }

  private static Channel channel(final String key) {
    if (key.startsWith("warning.") || SMS.contains(key)) {
      return Channel.SMS;
    }
    return key.startsWith("banner.") || key.startsWith("alert.") ? Channel.ERPNEXT : Channel.CHAT;
  }
}
