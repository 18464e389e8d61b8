package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

  @Test
  void values_are_text_exactly_as_it_was_written() {
    final Form form = parse("Body=+call%0D%0A%2B1+%F0%9F%90%B6+caf%c3%a9+&Empty=&From");
    assertThat(form.text("Body")).isEqualTo(" call\r\n+1 🐶 café ");
    assertThat(form.text("Empty")).isEmpty();
    assertThat(form.text("From")).isEmpty();
    assertThat(form.text("Missing")).isEmpty();
  }

  @Test
  void half_an_emoji_becomes_one_replacement_character() {
    assertThat(parse("Body=dog%ED%A0%BD").text("Body")).isEqualTo("dog\uFFFD");
    assertThat(parse("Body=%ED%9F%BF").text("Body")).isEqualTo("\uD7FF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Body=%",
        "Body=%4",
        "Body=%zz",
        "Body=%C3",
        "Body=%FF",
        "%C3%28=x",
        "Body=%C0%80"
      })
  void what_is_not_utf_8_is_refused(final String body) {
    assertThatThrownBy(() -> parse(body))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
  }

  private static Form parse(final String body) {
    return Form.parse(body.getBytes(StandardCharsets.UTF_8));
  }
}
