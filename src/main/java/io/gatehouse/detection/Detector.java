package io.gatehouse.detection;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.memory.Talk;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The engine: thread-safe, stateless between calls, linear in the length of the text. */
public final class Detector {

  private static final int MAX_CANDIDATES = 500;

  /** A number that is merely likely loses to what the message before asked for. */
  private static final double DOUBTFUL = 0.8;

  private static final Comparator<Finding> ORDER =
      Comparator.comparingInt(Finding::message)
          .thenComparingInt(finding -> finding.span().start())
          .thenComparing(Finding::type);

  private final RuleSet rules;

  private Detector(final RuleSet rules) {
    this.rules = rules;
  }

  /** The detector with the rules and data files that ship with Gatehouse. */
  public static Detector standard() {
    return new Detector(RuleSet.standard());
  }

  /** Never throws for any text. */
  public Scan scan(final ScanRequest request) {
    final Canonical text = request.message().folded();
    final var names = rules.lexicon().words("public_name");
    final Allowed allowed = new Allowed(request.known(), request.region(), names);
    final var context =
        new Reading.Context(rules.lexicon(), request.channel(), request.region(), allowed.brands());
    final Collector collector = new Collector(text, request.earlier().size(), rules);
    final Reading reading = Reading.of(text, context);
    final Talk talk = Remembered.talk(request, reading);
    final boolean asked = talk.labelled();
    final Quotes quotes = new Quotes(text, request);
    final List<Candidate> candidates = candidates(reading);
    final var listed =
        new ListedContacts(text, candidates.stream().filter(allowed::covers).toList());
    for (final Candidate candidate : candidates) {
      if (!allowed.covers(candidate)
          && !listed.excuse(candidate)
          && !(asked && doubtful(candidate))
          && !quotes.cover(candidate.from(), candidate.to())) {
        collector.add(candidate);
      }
    }
    final List<Finding> findings = new ArrayList<>(collector.findings());
    findings.addAll(new Remembered(rules, allowed, collector.findings()).beyond(talk));
    findings.sort(ORDER);
    return new Scan(findings, text.truncated(), rules.hash());
  }

  private static boolean doubtful(final Candidate candidate) {
    return "phone_number".equals(candidate.topic()) && candidate.confidence() < DOUBTFUL;
  }

  private List<Candidate> candidates(final Reading reading) {
    final List<Candidate> candidates = new ArrayList<>();
    for (final Recognizer recognizer : rules.recognizers()) {
      recognizer.find(
          reading,
          candidate -> {
            if (candidates.size() < MAX_CANDIDATES) {
              candidates.add(candidate);
            }
          });
    }
    return candidates;
  }
}
