package io.gatehouse.detection;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.recognition.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Turns candidates into findings: one a span and class, overlapping ones merged (B7). */
final class Collector {

  private final Canonical text;
  private final int message;
  private final RuleSet rules;
  private final List<Finding> findings = new ArrayList<>();

  Collector(final Canonical text, final int message, final RuleSet rules) {
    this.text = text;
    this.message = message;
    this.rules = rules;
  }

  void add(final Candidate candidate) {
    final int start = text.start(candidate.from());
    final int end = text.end(candidate.to() - 1);
    if (end <= start) {
      return;
    }
    final Finding finding =
        new Finding(
            message,
            new Span(start, end),
            FindingClass.valueOf(candidate.topic().toUpperCase(Locale.ROOT)),
            candidate.rule(),
            candidate.confidence(),
            candidate.disguise(),
            rules.reason(candidate.rule()));
    merge(finding);
  }

  private static boolean impression(final Finding finding) {
    return finding.rule().startsWith("intent.");
  }

  /** Ordered by start; no two of one class overlap. */
  List<Finding> findings() {
    findings.sort(
        Comparator.comparingInt((Finding finding) -> finding.span().start())
            .thenComparing(Finding::type));
    return findings;
  }

  private void merge(final Finding finding) {
    Finding merged = finding;
    for (int i = findings.size() - 1; i >= 0; i--) {
      final Finding other = findings.get(i);
      if (other.type() == merged.type() && other.span().overlaps(merged.span())) {
        findings.remove(i);
        merged = merged(other, merged);
      }
    }
    findings.add(merged);
  }

  /** What a rule can point at needs no impression of the whole sentence beside it. */
  private static Finding merged(final Finding one, final Finding two) {
    if (impression(one) != impression(two)) {
      return impression(one) ? two : one;
    }
    final Finding surer = one.confidence() >= two.confidence() ? one : two;
    final Span span =
        new Span(
            Math.min(one.span().start(), two.span().start()),
            Math.max(one.span().end(), two.span().end()));
    final String disguise = one.disguise() == null ? two.disguise() : one.disguise();
    return new Finding(
        one.message(),
        span,
        surer.type(),
        surer.rule(),
        surer.confidence(),
        surer.disguise() == null ? disguise : surer.disguise(),
        surer.reason());
  }
}
