package io.gatehouse.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundAlikesTest {

  private final SoundAlikes names = new SoundAlikes(Set.of("whatsapp", "telegram", "instagram"));

  @ParameterizedTest
  @CsvSource({
    "whutsap,whatsapp",
    "wottsapp,whatsapp",
    "tellygramm,telegram",
    "enstagram,",
    "telling,"
  })
  void a_name_is_known_by_its_consonants(final String written, final String meant) {
    assertThat(names.name(written)).isEqualTo(meant);
  }
}
