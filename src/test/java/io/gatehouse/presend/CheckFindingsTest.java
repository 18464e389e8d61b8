package io.gatehouse.presend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.detection.Detector;
import io.gatehouse.detection.Known;
import io.gatehouse.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckFindingsTest {

  private static final HouseRules HOUSE =
      HouseRules.preset(
          "CA", new Known(Set.of("desk@pawpost.app"), Set.of(), Set.of(), Set.of("PawPost")));

  @Test
  void flags_speak_the_words_of_the_conversation_monitor() {
    final JsonNode report = report("{'text':'Write to Jo.Doe@Example.COM or call 604-555-0143'}");

    assertThat(report.path("detected").booleanValue()).isTrue();
    assertThat(report.path("flags"))
        .extracting(JsonNode::toString)
        .contains(
            "{\"pattern\":\"email_address\",\"matched_text\":\"jo.doe@example.com\","
                + "\"category\":\"direct_contact\"}",
            "{\"pattern\":\"phone_number\",\"matched_text\":\"604-555-0143\","
                + "\"category\":\"direct_contact\"}");
    assertThat(report.path("reasons")).isNotEmpty();
  }

  @Test
  void the_house_and_the_request_both_allow() {
    assertThat(flagged("{'text':'Write to desk@pawpost.app'}")).isFalse();
    assertThat(flagged("{'text':'Write to jo@example.com'}")).isTrue();
    assertThat(flagged("{'text':'Write to jo@example.com','allow':{'emails':['JO@example.com']}}"))
        .isFalse();
  }

  @Test
  void every_message_of_a_conversation_is_read_and_no_span_listed_twice() {
    final JsonNode report =
        report(
            "{'messages':[{'sender':'client','text':'hello'},"
                + "{'sender':'client','text':'call 604-555-0143'},"
                + "{'sender':'client','text':'604-555-0143, really'}]}");

    assertThat(report.path("findings"))
        .extracting(
            found -> found.path("message") + " " + found.path("class") + found.path("start"))
        .doesNotHaveDuplicates();
    assertThat(report.path("first_flag_index").intValue()).isEqualTo(1);
  }

  private static boolean flagged(final String question) {
    return report(question).path("flagged").booleanValue();
  }

  private static JsonNode report(final String question) {
    final CheckRequest request = CheckReader.read(json(question.replace('\'', '"')));
    return json(
        Json.write(
            CheckReport.of(
                new Checker(Detector.standard()).check(request, HOUSE), null, Optional.empty())));
  }

  private static JsonNode json(final String text) {
    return Json.object(text.getBytes(StandardCharsets.UTF_8));
  }
}
