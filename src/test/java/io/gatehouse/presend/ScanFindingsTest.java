package io.gatehouse.presend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanFindingsTest {

  private final ScanRun scan = new ScanRun();

  @Test
  void a_phone_number_in_a_text_message_is_told_with_its_place() {
    final JsonNode answer = scan.one("{'id':'a1','text':'My cell is 604-555-0143'}");

    assertThat(answer.path("id").textValue()).isEqualTo("a1");
    assertThat(answer.path("flagged").booleanValue()).isTrue();
    assertThat(answer.path("action").textValue()).isEqualTo("block");
    assertThat(answer.path("classes").toString()).contains("phone_number");
    final JsonNode finding = ScanRun.ofClass(answer, "phone_number");
    assertThat(finding.path("text").textValue()).isEqualTo("604-555-0143");
    assertThat(finding.path("start").intValue()).isEqualTo(11);
    assertThat(finding.path("end").intValue()).isEqualTo(23);
    assertThat(finding.has("disguise")).isTrue();
    assertThat(finding.path("setting").textValue()).isEqualTo("body");
    assertThat(finding.has("message")).isFalse();
    assertThat(answer.path("risk_score").doubleValue()).isBetween(0.4, 1.0);
  }

  @Test
  void offsets_count_code_points_and_not_utf_16_units() {
    final JsonNode answer = scan.one("{'id':'e','text':'🐕🐈 604-555-0143'}");

    final JsonNode finding = ScanRun.ofClass(answer, "phone_number");
    assertThat(finding.path("start").intValue()).isEqualTo(3);
    assertThat(finding.path("end").intValue()).isEqualTo(15);
  }

  @Test
  void half_a_surrogate_pair_is_scanned_and_leaves_as_it_came() {
    final JsonNode answer = scan.one("{'id':'\\ud83d','text':'\\ud83d 604-555-0143 \\udc00'}");

    assertThat(answer.path("id").textValue()).isEqualTo("\ud83d");
    assertThat(ScanRun.ofClass(answer, "phone_number").path("start").intValue()).isEqualTo(2);
    assertThat(scan.output()).contains("\\ud83d").doesNotContain("?");
  }

  @Test
  void a_conversation_is_read_with_what_was_said_before() {
    final JsonNode answer =
        scan.one(
            "{'id':'c','messages':[{'sender':'client','text':'Hello there'},"
                + "{'sender':'client','text':'my number is 604 555'},"
                + "{'sender':'client','text':'0143'}]}");

    assertThat(answer.path("flagged").booleanValue()).isTrue();
    assertThat(answer.path("first_flag_index").intValue()).isBetween(1, 2);
    assertThat(answer.path("findings")).extracting(f -> f.path("message").intValue()).contains(2);
    assertThat(answer.path("findings"))
        .extracting(f -> f.path("message") + " " + f.path("start") + " " + f.path("class"))
        .doesNotHaveDuplicates();
  }

  @Test
  void html_is_expected_on_erpnext_unless_the_line_says_otherwise() {
    final String text = "'text':'604-555-&lt;b&gt;'";

    assertThat(
            scan.one("{'channel':'erpnext','text':'<p>604-555-<b>0143</b></p>'}")
                .path("flagged")
                .booleanValue())
        .isTrue();
    assertThat(scan.one("{'channel':'sms'," + text + "}").path("flagged").booleanValue()).isFalse();
    assertThat(
            scan.one("{'channel':'sms','html':true,'text':'<p>604-555-<b>0143</b></p>'}")
                .path("flagged")
                .booleanValue())
        .isTrue();
  }

  @Test
  void what_is_on_the_lists_is_no_leak(@TempDir final Path folder) throws IOException {
    final Path lists = folder.resolve("lists.json");
    Files.writeString(
        lists,
        """
        {"allow": {"phones": ["604-555-0143"]}, "vocabulary": ["PawPost"], "region": "CA"}
        """);
    final String known = "{'text':'Our desk is +1 (604) 555-0143'}";

    assertThat(scan.run(known, "--allow", lists.toString())).isZero();
    assertThat(scan.answers().getFirst().path("flagged").booleanValue()).isFalse();
    assertThat(scan.one(known).path("flagged").booleanValue()).isTrue();
    assertThat(
            scan.one(known.replace("}", ",'allow':{'phones':['+16045550143']}}"))
                .path("flagged")
                .booleanValue())
        .isFalse();
  }
}
