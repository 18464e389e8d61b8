package io.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.detection.Known;
import io.gatehouse.wording.TextFiles;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {

  private static final String KEY = "warning.url";

  private final Texts texts = new Texts(new TextFiles());

  @Test
  void a_text_speaks_the_language_asked_for_or_the_organizations_or_english() {
    final Settings french = settings("fr", Map.of(), Map.of());
    assertThat(texts.render(french, KEY, "es", Map.of())).startsWith("Nuestro equipo: ");
    assertThat(texts.render(french, KEY, "", Map.of())).startsWith("Notre équipe: ");
    assertThat(texts.render(french, KEY, "de", Map.of())).startsWith("Notre équipe: ");
    assertThat(texts.render(settings("de", Map.of(), Map.of()), KEY, "uk", Map.of()))
        .startsWith("Our team: ");
  }

  @Test
  void a_region_behind_the_language_does_not_hide_it() {
    assertThat(texts.render(Settings.STANDARD, KEY, "fr-CA", Map.of())).startsWith("Notre équipe");
    assertThat(texts.render(Settings.STANDARD, KEY, "ES_mx", Map.of())).startsWith("Nuestro");
  }

  @Test
  void an_organizations_own_wording_and_words_come_first() {
    final Settings own =
        settings(
            "en",
            Map.of("brand", "Acme"),
            Map.of("de", Map.of(KEY, "{brand}: bitte nicht in {portal}. [[{outcome}]]")));
    assertThat(texts.render(own, KEY, "de", Map.of()))
        .isEqualTo("Acme: bitte nicht in this service.");
    assertThat(texts.render(own, KEY, "fr", Map.of())).startsWith("Acme: merci");
  }

  @Test
  void codes_are_named_in_the_language_of_the_text() {
    assertThat(render("block.several", "fr", Map.of("classes", "phone_number, url,new_one")))
        .isEqualTo("Message bloqué, détecté : numéro de téléphone, lien, new_one");
    assertThat(render(KEY, "en", Map.of("outcome", "withheld")))
        .contains("Your message was not delivered. Everything");
  }

  @Test
  void the_price_is_spoken_of_only_where_there_is_one() {
    assertThat(render("banner.warning", "en", Map.of())).doesNotContain("booked here at", "...");
    final Settings priced = settings("en", Map.of("price", "$75 an hour"), Map.of());
    assertThat(texts.render(priced, "banner.warning", "", Map.of()))
        .endsWith("\n\nIf more time is needed, it can be booked here at $75 an hour.");
  }

  @Test
  void a_value_is_never_read_as_a_template() {
    final var facts = Map.of("sender", "{brand} [[x]] $1 \\", "word", "STOP");
    assertThat(render("notice.opt_out", "en", facts)).startsWith("{brand} [[x]] $1 \\ opted out");
  }

  @Test
  void a_text_goes_out_even_when_a_value_is_missing() {
    assertThat(render("notice.opt_out", "en", Map.of("sender", " ")))
        .startsWith("... opted out of SMS with the word ....");
  }

  @Test
  void a_key_nobody_knows_is_a_bug_of_the_caller() {
    assertThatThrownBy(() -> render("warning.nonsense", "en", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("warning.nonsense");
  }

  private String render(final String key, final String language, final Map<String, String> facts) {
    return texts.render(Settings.STANDARD, key, language, facts);
  }

  private static Settings settings(
      final String language,
      final Map<String, String> words,
      final Map<String, Map<String, String>> own) {
    final Settings standard = Settings.STANDARD;
    return new Settings(
        1,
        standard.region(),
        language,
        words,
        own,
        Known.NOTHING,
        standard.weights(),
        standard.policy(),
        standard.strikes(),
        standard.relay(),
        standard.owner(),
        standard.erpnext(),
        standard.chat(),
        standard.feed(),
        standard.moderation(),
        standard.signup());
  }
}
