package io.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that once broke a promise; the fuzzer that found them is {@code mvn -Pfuzz}. */
class FuzzedTest {

  private static final Path ROWS = Path.of("src/test/resources/detection/fuzzed.txt");

  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

  static Stream<String> rows() throws IOException {
    return Files.readAllLines(ROWS).stream().filter(line -> !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void what_was_found_once_stays_mended(final String row) {
    final List<String> parts = Arrays.stream(row.split("\t")).toList();
    final Format format = Format.valueOf(parts.getFirst().toUpperCase(Locale.ROOT));
    final List<Utterance> said =
        parts.stream().skip(1).map(text -> said(unescaped(text), format)).toList();
    final var request =
        new ScanRequest(
            said.getLast(), Channel.CHAT, "CA", Known.NOTHING, said.subList(0, said.size() - 1));

    final Scan scan = Scans.DETECTOR.scan(request);

    Promises.hold(request, scan);
    assertThat(Scans.DETECTOR.scan(request)).isEqualTo(scan);
  }

  /** Four hexadecimal digits after "\\u". */
  private static String unescaped(final String text) {
    return UNICODE
        .matcher(text)
        .replaceAll(
            hit ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(hit.group(1), 16))));
  }

  private static Utterance said(final String text, final Format format) {
    return new Utterance(Role.CLIENT, text, format);
  }
}
