package io.gatehouse.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfusablesTest {

  @Test
  void letters_of_scripts_like_latin_are_what_a_reader_takes_them_for() {
    assertThat(read("Ӏnstаgrаm")).isEqualTo("instagram");
    assertThat(read("4l5-Ƽ55-Օl78")).isEqualTo("4l5-555-ol78");
  }

  @Test
  void letters_of_other_scripts_and_ordinary_accents_stay_themselves() {
    assertThat(read("אבג ابت")).isEqualTo("אבג ابت");
    assertThat(read("Straße")).isEqualTo("straße");
  }

  private static String read(final String text) {
    final Canonical folded = Folder.plain(text);
    return folded.text(0, folded.length());
  }
}
