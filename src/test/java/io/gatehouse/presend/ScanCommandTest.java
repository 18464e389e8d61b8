package io.gatehouse.presend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {

  private final ScanRun scan = new ScanRun();

  @Test
  void a_clean_text_is_answered_by_nothing_found() {
    scan.run("{'id':7,'text':'See you at noon'}");

    assertThat(scan.output().lines())
        .containsExactly(
            "{\"id\":7,\"flagged\":false,\"action\":\"allow\",\"risk_score\":0.0,"
                + "\"classes\":[],\"findings\":[]}");
  }

  @Test
  void answers_come_in_the_order_of_the_lines_whatever_their_length() {
    final List<String> questions =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "{'id':" + i + ",'text':'" + "word ".repeat(i % 7 * 40) + "'}")
            .toList();

    assertThat(scan.run(String.join("\n", questions), "--threads", "4")).isZero();

    assertThat(scan.answers().stream().map(answer -> answer.path("id").intValue()))
        .containsExactlyElementsOf(IntStream.range(0, 2_000).boxed().toList());
  }

  @Test
  void a_bad_line_is_told_and_the_rest_goes_on() {
    final String input =
        String.join(
            "\n",
            "{'id':'ok','text':'hello'}",
            "{'id':'broken',",
            "",
            "[1]",
            "{'id':'type','text':5}",
            "{'id':'html','text':'a','html':'no'}",
            "{'id':'none'}",
            "{'id':'channel','text':'a','channel':'fax'}",
            "{'id':'region','text':'a','region':'Canada'}",
            "{'id':'sender','messages':[{'text':'a','sender':'dog'}]}",
            "{'id':'allow','text':'a','allow':{'emails':'x'}}",
            "{'id':'last','text':'hello'}");

    assertThat(scan.run(input)).isEqualTo(1);

    assertThat(scan.answers())
        .extracting(answer -> answer.path("id").asText() + " " + answer.path("line").asText("-"))
        .containsExactly(
            "ok -",
            "null 2",
            "null 4",
            "type 5",
            "html 6",
            "none 7",
            "channel 8",
            "region 9",
            "sender 10",
            "allow 11",
            "last -");
    assertThat(scan.answers().get(3).path("error").textValue()).contains("text must be a string");
    assertThat(scan.answers().get(9).path("error").textValue()).contains("allow.emails");
  }

  @Test
  void bytes_that_are_no_utf_8_spoil_their_line_alone() {
    final byte[] input =
        "{'id':1,'text':'X'}\n{'id':2,'text':'b'}"
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8);
    input[16] = (byte) 0xFF;

    assertThat(scan.run(input)).isEqualTo(1);

    assertThat(scan.answers().get(0).path("error").textValue()).contains("UTF-8");
    assertThat(scan.answers().get(1).path("flagged").booleanValue()).isFalse();
  }

  @Test
  void a_line_above_the_cap_is_read_past() {
    final String huge = "{'id':1,'text':'" + "x".repeat(ScanCommand.LONGEST_LINE) + "'}";

    assertThat(scan.run(huge + "\n{'id':2,'text':'b'}")).isEqualTo(1);

    assertThat(scan.answers().get(0).path("error").textValue()).contains("4194304");
    assertThat(scan.answers().get(1).path("id").intValue()).isEqualTo(2);
  }

  @Test
  void wrong_usage_is_told_and_ends_with_2(@TempDir final Path folder) throws IOException {
    final Path broken = Files.writeString(folder.resolve("broken.json"), "{");

    assertThat(scan.run("", "--region", "Canada")).isEqualTo(2);
    assertThat(scan.run("", "--threads", "0")).isEqualTo(2);
    assertThat(scan.run("", "--allow", broken.toString())).isEqualTo(2);
    assertThat(scan.run("", folder.resolve("absent.jsonl").toString())).isEqualTo(2);
    assertThat(scan.run("", "--colour")).isEqualTo(2);
    assertThat(scan.complaints()).contains("--region", "--threads", "broken.json", "absent");
  }

  @Test
  void a_closed_output_ends_the_scan() {
    final var closed =
        new OutputStream() {
          @Override
          public void write(final int b) throws IOException {
            throw new IOException("broken pipe");
          }
        };
    final var input =
        new ByteArrayInputStream(
            "{\"text\":\"a\"}\n".repeat(5_000).getBytes(StandardCharsets.UTF_8));

    assertThat(scan.run(input, closed)).isEqualTo(1);
    assertThat(scan.complaints()).isEmpty();
  }

  @Test
  void a_text_beyond_the_cap_is_read_up_to_it_and_says_so() {
    final String text = "call 604 555 0143 " + "\uD83D\uDE00 ".repeat(100) + "or nora@gmail.com";

    scan.run("{'text':'" + text + "'}", "--max-characters", "50");

    final var answer = scan.answers().getFirst();
    assertThat(answer.path("classes")).hasSize(1);
    assertThat(answer.path("truncated").booleanValue()).isTrue();
    assertThat(answer.path("scanned_characters").intValue()).isBetween(40, 60);
  }

  @Test
  void a_text_within_the_cap_says_nothing_of_it() {
    scan.run("{'text':'hello'}", "--max-characters", "5");

    assertThat(scan.answers().getFirst().has("truncated")).isFalse();
    assertThat(scan.answers().getFirst().has("scanned_characters")).isFalse();
    assertThat(scan.run("", "--max-characters", "20001")).isEqualTo(2);
  }
}
