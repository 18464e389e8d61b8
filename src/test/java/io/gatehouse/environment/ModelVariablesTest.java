package io.gatehouse.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Environment;
import io.gatehouse.base.Secret;
import io.gatehouse.base.StartFailure;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelVariablesTest {

  private static final Map<String, String> WHOLE =
      Map.of(
          "LLM_URL", "https://api.example.com/v1/",
          "LLM_MODEL", "org/some-model:1.5",
          "LLM_API_KEY", "sk-hunter2");

  @Test
  void without_them_no_text_ever_leaves() {
    assertThat(read(Map.of()).model()).isEmpty();
  }

  @Test
  void all_of_them_name_a_model_and_the_key_is_never_printed() {
    final Environment environment = read(WHOLE);
    assertThat(environment.model())
        .hasValueSatisfying(
            model -> {
              assertThat(model.url()).hasToString("https://api.example.com/v1");
              assertThat(model.name()).isEqualTo("org/some-model:1.5");
              assertThat(model.patience()).isEqualTo(Duration.ofSeconds(20));
            });
    assertThat(environment.toString()).doesNotContain("hunter2");
  }

  @Test
  void a_server_of_ones_own_needs_no_key() {
    assertThat(read(without("LLM_API_KEY")).model().orElseThrow().key()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"LLM_URL, LLM_URL is missing", "LLM_MODEL, LLM_MODEL is missing"})
  void half_of_them_is_said_at_the_start(final String missing, final String complaint) {
    assertThatThrownBy(() -> read(without(missing)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(complaint)
        .hasMessageContaining("expected")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "LLM_URL, api.example.com",
    "LLM_URL, https://user:hunter2@api.example.com/v1",
    "LLM_MODEL, two words",
    "LLM_API_KEY, two words",
    "LLM_TIMEOUT_MS, 60000",
    "LLM_TIMEOUT_MS, soon"
  })
  void a_wrong_one_is_named_without_its_value(final String name, final String value) {
    final Map<String, String> values = new HashMap<>(WHOLE);
    values.put(name, value);
    assertThatThrownBy(() -> read(values))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(name + " is wrong")
        .hasMessageNotContaining("hunter2");
  }

  private static Map<String, String> without(final String name) {
    final Map<String, String> values = new HashMap<>(WHOLE);
    values.remove(name);
    return values;
  }

  private static Environment read(final Map<String, String> values) {
    return new EnvironmentReader(values)
        .read(variable -> new Secret(Base64.getEncoder().encodeToString(new byte[32])));
  }
}
