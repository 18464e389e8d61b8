package io.gatehouse.detection;

import io.gatehouse.asides.Asides;
import io.gatehouse.asides.Setting;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.recognition.Candidate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns candidates into findings: one a span and class, overlapping ones merged (B7). */
final class Collector {

  private final Canonical text;
  private final int message;
  private final RuleSet rules;
  private final Asides asides;
  private final List<Finding> findings = new ArrayList<>();

  /** Those that show a contact itself; what is merely said about it does not widen them. */
  private final Set<Finding> exact = Collections.newSetFromMap(new IdentityHashMap<>());

  /** For a message of which only what its sender says matters. */
  Collector(final Canonical text, final int message, final RuleSet rules) {
    this(text, message, rules, Asides.NONE);
  }

  Collector(final Canonical text, final int message, final RuleSet rules, final Asides asides) {
    this.text = text;
    this.message = message;
    this.rules = rules;
    this.asides = asides;
  }

  void add(final Candidate candidate) {
    add(candidate, text);
  }

  /** The same, for a candidate that points into another reading of the message. */
  void add(final Candidate candidate, final Canonical read) {
    final int start = read.start(candidate.from());
    final int end = read.end(candidate.to() - 1);
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
            rules.reason(candidate.rule()),
            asides.of(candidate.from(), candidate.to()));
    merge(finding, !candidate.value().isEmpty());
  }

  /** Ordered by start; no two of one class overlap. */
  List<Finding> findings() {
    findings.sort(
        Comparator.comparingInt((Finding finding) -> finding.span().start())
            .thenComparing(Finding::type));
    return findings;
  }

  private void merge(final Finding finding, final boolean contact) {
    Finding merged = finding;
    boolean precise = contact;
    for (int i = findings.size() - 1; i >= 0; i--) {
      final Finding other = findings.get(i);
      if (other.type() == merged.type() && other.span().overlaps(merged.span())) {
        findings.remove(i);
        final boolean known = exact.remove(other);
        final Span span = known == precise ? both(other, merged) : (known ? other : merged).span();
        merged = merged(other, merged, span);
        precise |= known;
      }
    }
    findings.add(merged);
    if (precise) {
      exact.add(merged);
    }
  }

  private static Span both(final Finding one, final Finding two) {
    return new Span(
        Math.min(one.span().start(), two.span().start()),
        Math.max(one.span().end(), two.span().end()));
  }

  private static Finding merged(final Finding one, final Finding two, final Span span) {
    final Finding surer = one.confidence() >= two.confidence() ? one : two;
    final String disguise = one.disguise() == null ? two.disguise() : one.disguise();
    return new Finding(
        one.message(),
        span,
        surer.type(),
        surer.rule(),
        surer.confidence(),
        surer.disguise() == null ? disguise : surer.disguise(),
        surer.reason(),
        one.setting() == two.setting() ? one.setting() : Setting.BODY);
  }
}
