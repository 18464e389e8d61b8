package io.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pieces in several messages are put together; ordinary numbers are not. */
class ConversationsTest {

  static Stream<Arguments> conversations() throws Exception {
    try (InputStream in =
        ConversationsTest.class.getResourceAsStream("/detection/conversations.txt")) {
      final String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arguments.of((Object[]) line.split(" \\| ", 2)))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("conversations")
  void pieces_are_put_together_and_ordinary_numbers_left_alone(
      final String verdict, final String messages) {
    final List<Utterance> said =
        Arrays.stream(messages.split(" / ")).map(ConversationsTest::said).toList();
    final boolean found = IntStream.range(0, said.size()).anyMatch(at -> scan(said, at).detected());
    assertThat(found).isEqualTo("found".equals(verdict));
  }

  /** Whoever was told of an address is not told of their next words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c: or mail jane.private@gmail.com | c: Thanks for the return",
        "c: or mail jane.private@gmail.com | c: lets meet at noon",
        "c: or mail jane.private@gmail.com | c: sure, see you tomorrow",
        "c: write to max@mail.ca | c: merci beaucoup",
        "c: my site is janesbooks.ca | c: thanks again",
        "c: I am jane_books on instagram | c: anyway, the invoice is paid",
      })
  void what_is_said_after_an_address_is_no_part_of_it(final String first, final String next) {
    assertThat(scan(List.of(said(first), said(next)), 0).detected()).isTrue();
    assertThat(scan(List.of(said(first), said(next)), 1).detected()).isFalse();
  }

  private static Utterance said(final String message) {
    final Role role = message.startsWith("c:") ? Role.CLIENT : Role.PROVIDER;
    return new Utterance(role, message.substring(3), Format.PLAIN);
  }

  private static Scan scan(final List<Utterance> said, final int at) {
    return Scans.DETECTOR.scan(
        new ScanRequest(said.get(at), Channel.CHAT, "CA", Known.NOTHING, said.subList(0, at)));
  }
}
