package io.gatehouse.detection;

import static io.gatehouse.detection.FindingClass.PHONE_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the end of a line, or of a message, does to what stands around it. */
class LinesTest {

  private static final String SPELLED = "six oh four five five five oh one four three";

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void a_number_in_parts_on_lines_is_marked_whole(final String end) {
    final String text = String.join(end, "call", "|604", "555", "0143|", "today");
    Scans.finds(PHONE_NUMBER, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void a_spelled_number_said_twice_is_found_twice(final String end) {
    Scans.finds(PHONE_NUMBER, "|" + SPELLED + "|" + end + "|" + SPELLED + "|");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void a_word_of_the_next_line_is_no_part_of_a_number(final String end) {
    assertThat(Scans.chat("0143" + end + "604" + end + "See you tomorrow").findings()).isEmpty();
  }

  @Test
  void markup_with_either_line_end_reads_the_same() {
    Scans.findsInHtml(PHONE_NUMBER, "<p>call |604-555\r\n-0143|</p>");
    Scans.findsInHtml(PHONE_NUMBER, "<p>call |604-555\n-0143|</p>");
  }

  @Test
  void what_overlaps_in_an_earlier_message_is_one_finding() {
    final Utterance before =
        new Utterance(Role.CLIENT, "pay me by e-transfer instead", Format.PLAIN);
    final Utterance now = new Utterance(Role.CLIENT, "0", Format.PLAIN);
    final var request = new ScanRequest(now, Channel.CHAT, "CA", Known.NOTHING, List.of(before));

    Promises.hold(request, Scans.DETECTOR.scan(request));
  }
}
