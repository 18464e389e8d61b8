package io.gatehouse.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.detection.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource({
    "PHONE_NUMBER, (604) 555-0143, ***-***-0143",
    "PHONE_NUMBER, six oh four, [REDACTED]",
    "EMAIL_ADDRESS, jane@example.org, ***@example.org",
    "EMAIL_ADDRESS, jane at example dot org, ***",
    "URL, https://jane.example/book?x=1, ***jane.example",
    "SOCIAL_MEDIA, @jane, [REDACTED]",
  })
  void each_class_is_masked_in_its_way(
      final FindingClass type, final String found, final String masked) {
    assertThat(Redaction.mask(type, found)).isEqualTo(masked);
  }

  @Test
  void a_text_is_masked_where_its_findings_are_even_if_they_overlap() {
    final String text = "call 604-555-0143 now";
    final List<Finding> findings =
        List.of(
            finding(FindingClass.BYPASS_LANGUAGE, 0, 8), finding(FindingClass.PHONE_NUMBER, 5, 17));

    assertThat(Redaction.mask(text, findings)).doesNotContain("604").endsWith(" now");
  }

  @Test
  void a_text_without_findings_stays_as_it_is() {
    assertThat(Redaction.mask("hello", List.of())).isEqualTo("hello");
  }

  private static Finding finding(final FindingClass type, final int start, final int end) {
    return new Finding(0, new Span(start, end), type, "test", 1, null, "a test");
  }
}
