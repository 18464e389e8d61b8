package io.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.recognition.Reading;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was said before is read once, within bounds. */
class ReadingsTest {

  private static final Lexicon LEXICON = Lexicon.of(List.of());
  private final Readings readings = new Readings(10);

  @Test
  void the_same_words_are_read_once() {
    final Reading first = readings.of(plain("hello"), context("CA"));
    assertThat(readings.of(plain("hello"), context("CA"))).isSameAs(first);
  }

  @Test
  void another_form_or_context_is_another_reading() {
    final Reading first = readings.of(plain("a<b"), context("CA"));
    assertThat(readings.of(new Utterance(Role.CLIENT, "a<b", Format.HTML), context("CA")))
        .isNotSameAs(first);
    assertThat(readings.of(plain("a<b"), context("FR"))).isNotSameAs(first);
  }

  @Test
  void what_is_unused_for_longest_is_forgotten() {
    final Reading hello = readings.of(plain("hello"), context("CA"));
    readings.of(plain("there"), context("CA"));
    readings.of(plain("hello"), context("CA"));
    readings.of(plain("again"), context("CA"));
    assertThat(readings.length()).isEqualTo(10);
    assertThat(readings.of(plain("hello"), context("CA"))).isSameAs(hello);
  }

  private static Utterance plain(final String text) {
    return new Utterance(Role.CLIENT, text, Format.PLAIN);
  }

  private static Reading.Context context(final String region) {
    return new Reading.Context(LEXICON, Channel.CHAT, region, Set.of());
  }
}
