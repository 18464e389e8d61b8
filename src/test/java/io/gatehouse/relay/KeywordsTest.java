package io.gatehouse.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {

  private final Keywords keywords = new Keywords();

  @ParameterizedTest
  @CsvSource({
    "STOP, STOP",
    "stopall, STOP",
    "Unsubscribe, STOP",
    "cancel, STOP",
    "END, STOP",
    "quit, STOP",
    "OptOut, STOP",
    "revoke, STOP",
    "'  stop\n', STOP",
    "Start, START",
    "UNSTOP, START",
    "help, HELP",
    "INFO, HELP"
  })
  void a_whole_message_is_a_keyword_in_any_case(final String message, final Keyword expected) {
    assertThat(keywords.in(message, () -> false)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"STOP please", "stop.", "please cancel", "the end", "", " ", "stop stop", "yes!"})
  void anything_more_is_chat(final String message) {
    assertThat(keywords.in(message, () -> true)).isEmpty();
  }

  @Test
  void yes_means_the_carrier_only_from_somebody_who_has_opted_out() {
    assertThat(keywords.in("Yes", () -> false)).isEmpty();
    assertThat(keywords.in("Yes", () -> true)).contains(Keyword.START);
  }
}
