package io.gatehouse.detection;

import io.gatehouse.memory.Joined;
import io.gatehouse.memory.Recollection;
import io.gatehouse.memory.Said;
import io.gatehouse.memory.Talk;
import io.gatehouse.memory.Trace;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  List<Finding> beyond(final Talk talk, final Observer observer) {
    final Map<Integer, Collector> messages = new TreeMap<>();
    new Recollection(rules.joining(), rules.offers())
        .of(talk, this::counts).stream()
            .flatMap(joined -> joined.traces().stream())
            .filter(trace -> findings(trace).stream().noneMatch(this::known))
            .forEach(
                trace -> {
                  collector(messages, trace).add(trace.candidate(), trace.text());
                  observer.counted(trace.candidate(), trace.text(), trace.message());
                });
    return messages.values().stream().flatMap(all -> all.findings().stream()).toList();
  }

  /** One for each message, so that what overlaps in it becomes one finding (B7). */
  private Collector collector(final Map<Integer, Collector> messages, final Trace trace) {
    return messages.computeIfAbsent(
        trace.message(), message -> new Collector(trace.text(), message, rules));
  }

  /** Whether it is on no list and says more than the current message says alone. */
  private boolean counts(final Joined joined) {
    return joined.traces().stream().noneMatch(trace -> allowed.covers(trace.candidate()))
        && !(numbered(joined) && numbered())
        && joined.traces().stream()
            .flatMap(trace -> findings(trace).stream())
            .noneMatch(this::known);
  }

  private static boolean numbered(final Joined joined) {
    return "phone_number".equals(joined.traces().getFirst().candidate().topic());
  }

  private boolean numbered() {
    return alone.stream().anyMatch(one -> one.type() == FindingClass.PHONE_NUMBER);
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
  static Talk talk(final ScanRequest request, final Reading current, final Readings readings) {
    final int last = request.earlier().size();
    final List<Said> all = new ArrayList<>();
    for (int i = Math.max(0, last - Talk.DEPTH); i < last; i++) {
      final Utterance said = request.earlier().get(i);
      if (said.text().length() <= 2 * Talk.MAX_FRAGMENT) {
        all.add(new Said(i, said.sender(), readings.of(said, current.context())));
      }
    }
    all.add(new Said(last, request.sender(), current));
    return new Talk(all);
  }
}
