package io.gatehouse.presend;

import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.detection.Utterance;
import io.gatehouse.message.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The findings of a conversation, each span once: a piece that an earlier message showed and a
 * later one completes is listed where it was seen first.
 */
final class Findings {

  private static final Comparator<Finding> ORDER =
      Comparator.comparingInt(Finding::message).thenComparingInt(found -> found.span().start());

  private final List<Finding> all = new ArrayList<>();

  /**
   * @param first index of the message that the scan's numbering began with
   */
  void add(final List<Finding> found, final int first) {
    for (final Finding finding : found) {
      final Finding moved = finding.inMessage(finding.message() + first);
      if (all.stream().noneMatch(known -> same(known, moved))) {
        all.add(moved);
      }
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<Finding> inOrder() {
    return all.stream().sorted(ORDER).toList();
  }

  List<FindingClass> classes() {
    return inOrder().stream().map(Finding::type).distinct().toList();
  }

  /** As the caller counts: in code points, and with a message's index only in a conversation. */
  List<CheckAnswer.Found> told(final CheckRequest request) {
    return inOrder().stream().map(finding -> told(finding, request)).toList();
  }

  private static CheckAnswer.Found told(final Finding finding, final CheckRequest request) {
    final Utterance message = request.messages().get(finding.message());
    final String text = message.text();
    return new CheckAnswer.Found(
        finding.type(),
        CodePoints.start(finding.span(), text),
        CodePoints.end(finding.span(), text),
        finding.span().in(text),
        finding.rule(),
        finding.confidence(),
        finding.disguise(),
        finding.reason(),
        finding.setting().wire(),
        request.conversation() ? finding.message() : null);
  }

  private static boolean same(final Finding one, final Finding other) {
    return one.message() == other.message()
        && one.type() == other.type()
        && one.span().overlaps(other.span());
  }
}
