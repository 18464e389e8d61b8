package io.gatehouse.detection;

import io.gatehouse.memory.Recollection;
import io.gatehouse.memory.Said;
import io.gatehouse.memory.Talk;
import io.gatehouse.memory.Trace;
import io.gatehouse.recognition.Reading;
import java.util.ArrayList;
import java.util.List;

/** Findings that need more than one message, beyond those of the current message alone. */
final class Remembered {

  private final RuleSet rules;
  private final Allowed allowed;
  private final List<Finding> alone;

  Remembered(final RuleSet rules, final Allowed allowed, final List<Finding> alone) {
    this.rules = rules;
    this.allowed = allowed;
    this.alone = alone;
  }

  List<Finding> beyond(final Talk talk) {
    final List<Finding> found = new ArrayList<>();
    for (final Trace trace : new Recollection(rules.joining()).of(talk, this::wanted)) {
      found.addAll(findings(trace));
    }
    return found;
  }

  private boolean wanted(final Trace trace) {
    final boolean number = "phone_number".equals(trace.candidate().topic());
    return !allowed.covers(trace.candidate())
        && !(number && alone.stream().anyMatch(one -> one.type() == FindingClass.PHONE_NUMBER))
        && findings(trace).stream().noneMatch(this::known);
  }

  private boolean known(final Finding finding) {
    return alone.stream()
        .anyMatch(
            one ->
                one.message() == finding.message()
                    && one.type() == finding.type()
                    && one.span().overlaps(finding.span()));
  }

  private List<Finding> findings(final Trace trace) {
    final Collector collector = new Collector(trace.text(), trace.message(), rules);
    collector.add(trace.candidate());
    return collector.findings();
  }

  /** The request as a talk, read in the context of its last message. */
  static Talk talk(final ScanRequest request, final Reading current) {
    final int last = request.earlier().size();
    final List<Said> all = new ArrayList<>();
    for (int i = Math.max(0, last - Talk.DEPTH); i < last; i++) {
      final Utterance said = request.earlier().get(i);
      if (said.text().length() <= 2 * Talk.MAX_FRAGMENT) {
        all.add(new Said(i, said.sender(), Reading.of(said.folded(), current.context())));
      }
    }
    all.add(new Said(last, request.sender(), current));
    return new Talk(all);
  }
}
