package io.gatehouse.presend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Why a message was judged as it was. */
class ScanExplainTest {

  private final ScanRun scan = new ScanRun();

  @Test
  void nothing_is_explained_unless_asked_for() {
    assertThat(scan.one("{'text':'call 604 555 0143'}").has("explain")).isFalse();
    assertThat(scan.complaints()).isEmpty();
  }

  @Test
  void a_finding_comes_with_its_canonical_text_and_the_sum_of_the_risk() {
    final JsonNode why = explain("{'text':'call me at SIX oh four 555 ０143'}");

    assertThat(why.path("canonical").textValue()).isEqualTo("call me at six oh four 555 0143");
    final JsonNode found = why.path("findings").path(0);
    assertThat(found.path("rule").textValue()).isEqualTo("phone.nanp");
    assertThat(found.path("disguise").textValue()).isEqualTo("fullwidth");
    assertThat(why.path("risk").path("terms"))
        .extracting(term -> term.path("name").textValue())
        .containsExactly("phone_number", "disguise");
    assertThat(why.path("rule_set").textValue()).matches("[0-9a-f]{16}");
    assertThat(scan.complaints()).contains("reads as  call me at six oh four 555 0143", "÷ 0.4");
  }

  @Test
  void a_finding_says_which_part_of_the_message_it_stands_in() {
    final JsonNode why = explain("{'text':'Fine.\\n> my cell is 604 555 0143'}");

    assertThat(why.path("findings"))
        .extracting(found -> found.path("setting").textValue())
        .containsOnly("quote");
    assertThat(scan.complaints()).contains("in its quote");
  }

  @Test
  void a_phrase_shows_what_speaks_for_it_and_against_it() {
    final JsonNode why = explain("{'text':'the signal is weak here'}");

    final JsonNode rejected = why.path("rejected").path(0);
    assertThat(rejected.path("cause").textValue()).isEqualTo("excused");
    assertThat(rejected.path("phrases"))
        .extracting(phrase -> phrase.path("weight").doubleValue() > 0)
        .contains(true, false);
  }

  @Test
  void rejected_candidates_say_why() {
    final String listed = "{'text':'call 604-555-0199','allow':{'phones':['6045550199']}}";
    assertThat(causes(listed)).contains("listed");
    assertThat(causes("{'text':'invoice number 6045550143'}")).contains("lookalike");
    assertThat(causes("{'text':'thanks @rick'}")).containsExactly("below_threshold");
    assertThat(scan.complaints()).contains("invoice (phone_label)");
  }

  @Test
  void a_conversation_is_explained_message_by_message() {
    final JsonNode why =
        explain(
            "{'messages':[{'sender':'client','text':'call 604 555 0143'},"
                + "{'sender':'provider','text':'> call 604 555 0143'}]}");

    assertThat(why).hasSize(2);
    assertThat(why.path(1).path("rejected").path(0).path("cause").textValue()).isEqualTo("quoted");
  }

  @Test
  void offsets_count_code_points_and_odd_text_cannot_steer_the_terminal() {
    final JsonNode why = explain("{'text':'\\ud83d\\ude00\\u202e\\u001b[2J 604 555 0143'}");

    assertThat(why.path("findings").path(0).path("start").intValue()).isEqualTo(7);
    assertThat(scan.complaints()).doesNotContain("\u001b", "\u202e");
  }

  @Test
  void every_odd_text_can_be_explained() {
    for (final String text :
        List.of("", "\\u0000", "\\ud800", "@", "a at b dot c", "5 5 5 5 5 5 5")) {
      assertThat(explain("{'text':'" + text + "'}").has("canonical")).as(text).isTrue();
    }
  }

  private JsonNode explain(final String line) {
    assertThat(scan.run(line, "--explain")).isZero();
    return scan.answers().getFirst().path("explain");
  }

  private List<String> causes(final String line) {
    return StreamSupport.stream(explain(line).path("rejected").spliterator(), false)
        .map(rejected -> rejected.path("cause").textValue())
        .toList();
  }
}
