package io.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Scans as tests write them: findings are shown as bars in the text, {@code call |555-123-4567|}.
 */
final class Scans {

  static final Detector DETECTOR = Detector.standard();

  private Scans() {}

  static Scan chat(final String text) {
    return scan(text, Format.PLAIN, Channel.CHAT);
  }

  static Scan sms(final String text) {
    return scan(text, Format.PLAIN, Channel.SMS);
  }

  static Scan html(final String text) {
    return scan(text, Format.HTML, Channel.ERPNEXT);
  }

  static Scan scan(final String text, final Format format, final Channel channel) {
    return scan(text, format, channel, Known.NOTHING);
  }

  static Scan scan(
      final String text, final Format format, final Channel channel, final Known known) {
    return DETECTOR.scan(
        new ScanRequest(new Utterance(Role.CLIENT, text, format), channel, "CA", known, List.of()));
  }

  /** Expects exactly the marked findings of one class in a chat message. */
  static void finds(final FindingClass type, final String marked) {
    final String text = marked.replace("|", "");
    assertThat(bars(text, chat(text), type)).isEqualTo(marked);
  }

  static void findsInHtml(final FindingClass type, final String marked) {
    final String text = marked.replace("|", "");
    assertThat(bars(text, html(text), type)).isEqualTo(marked);
  }

  static Set<FindingClass> classes(final Scan scan) {
    final Set<FindingClass> classes = new TreeSet<>();
    scan.findings().forEach(finding -> classes.add(finding.type()));
    return classes;
  }

  /** The classes of a row written as {@code phone_number url}; "clean" for none. */
  static Set<FindingClass> classes(final String wires) {
    final Set<FindingClass> classes = new TreeSet<>();
    for (final String wire : wires.split(" ")) {
      Arrays.stream(FindingClass.values())
          .filter(type -> type.wire().equals(wire))
          .forEach(classes::add);
    }
    return classes;
  }

  private static String bars(final String text, final Scan scan, final FindingClass type) {
    final List<Integer> bars = new ArrayList<>();
    for (final Finding finding : scan.findings()) {
      if (finding.type() == type) {
        bars.add(finding.span().start());
        bars.add(finding.span().end());
      }
    }
    final StringBuilder marked = new StringBuilder(text);
    bars.stream().sorted(Comparator.reverseOrder()).forEach(at -> marked.insert((int) at, '|'));
    return marked.toString();
  }
}
