package io.gatehouse.detection;

import java.util.List;

/** What holds for the findings of any scan ({@link Scan#findings}, B7). */
final class Promises {

  private Promises() {}

  /**
   * Pieces of several messages may overlap: what is put together is not merged yet.
   *
   * @throws IllegalStateException naming the promise that is broken
   */
  static void hold(final ScanRequest request, final Scan scan) {
    Finding last = null;
    for (final Finding finding : scan.findings()) {
      demand(finding.message() >= 0 && finding.message() <= request.earlier().size(), "message");
      demand(finding.span().end() <= text(request, finding).length(), "span outside the text");
      demand(finding.confidence() >= 0 && finding.confidence() <= 1, "confidence");
      demand(!finding.reason().isBlank(), "reason");
      demand(last == null || inOrder(last, finding), "order");
      last = finding;
    }
    if (request.earlier().isEmpty()) {
      apart(scan.findings());
    }
  }

  private static void apart(final List<Finding> findings) {
    for (int i = 0; i < findings.size(); i++) {
      for (int k = i + 1; k < findings.size(); k++) {
        final Finding one = findings.get(i);
        final Finding other = findings.get(k);
        final boolean together = one.message() == other.message() && one.type() == other.type();
        demand(
            !together || !one.span().overlaps(other.span()),
            "two of one class overlap: " + one.rule() + " and " + other.rule());
      }
    }
  }

  private static boolean inOrder(final Finding one, final Finding next) {
    return one.message() < next.message()
        || (one.message() == next.message() && one.span().start() <= next.span().start());
  }

  private static String text(final ScanRequest request, final Finding finding) {
    return finding.message() == request.earlier().size()
        ? request.message().text()
        : request.earlier().get(finding.message()).text();
  }

  private static void demand(final boolean holds, final String what) {
    if (!holds) {
      throw new IllegalStateException(what);
    }
  }
}
