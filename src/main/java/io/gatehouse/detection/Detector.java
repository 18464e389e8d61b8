package io.gatehouse.detection;

import io.gatehouse.asides.Asides;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.memory.Talk;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import io.gatehouse.recognition.Recognizer.Excuse;
import io.gatehouse.recognition.Recognizer.Observer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The engine: thread-safe, linear in the length of the text. What it keeps between calls makes it
 * quicker and changes no result.
 */
public final class Detector {

  private static final int MAX_CANDIDATES = 500;

  /** A number that is merely likely loses to what the message before asked for. */
  private static final double DOUBTFUL = 0.8;

  private static final Comparator<Finding> ORDER =
      Comparator.comparingInt(Finding::message)
          .thenComparingInt(finding -> finding.span().start())
          .thenComparing(Finding::type);

  private final RuleSet rules;
  private final Readings readings;
  private final int cap;

  private Detector(final RuleSet rules, final Readings readings, final int cap) {
    this.rules = rules;
    this.readings = readings;
    this.cap = cap;
  }

  /** The detector with the rules and data files that ship with Gatehouse. */
  public static Detector standard() {
    return standard(Canonical.MAX_LENGTH);
  }

  /**
   * The same with another cap.
   *
   * @param cap folded characters of a message that are read, at most {@link Canonical#MAX_LENGTH};
   *     the result says when there were more
   */
  public static Detector standard(final int cap) {
    return new Detector(
        RuleSet.standard(), new Readings(), Math.clamp(cap, 1, Canonical.MAX_LENGTH));
  }

  /** The same rules with another cap. */
  public Detector capped(final int characters) {
    return new Detector(rules, readings, Math.clamp(characters, 1, Canonical.MAX_LENGTH));
  }

  /** Never throws for any text. */
  public Scan scan(final ScanRequest request) {
    return scan(request, Observer.NONE);
  }

  /**
   * The same, and an observer is told what was read and what was left alone.
   *
   * @param observer of the message under scrutiny; of what is put together from several it hears
   *     only that it counts
   */
  public Scan scan(final ScanRequest request, final Observer observer) {
    final Canonical whole = request.message().folded();
    final Canonical text = whole.length() > cap ? whole.part(0, cap) : whole;
    final boolean truncated = whole.truncated() || whole.length() > cap;
    observer.read(text);
    final var names = rules.lexicon().words("public_name");
    final Allowed allowed = new Allowed(request.known(), request.region(), names);
    final var context =
        new Reading.Context(rules.lexicon(), request.channel(), request.region(), allowed.brands());
    final Asides asides = Asides.read(text, request.known().footers());
    final Collector collector = new Collector(text, request.earlier().size(), rules, asides);
    final Reading reading = Reading.of(text, context);
    final Talk talk = Remembered.talk(request, reading, readings);
    final boolean asked = talk.labelled();
    final Quotes quotes = new Quotes(text, asides, request.history());
    final List<Candidate> candidates = candidates(reading.observed(observer));
    final var listed =
        new ListedContacts(text, candidates.stream().filter(allowed::covers).toList());
    for (final Candidate candidate : candidates) {
      final Excuse excuse =
          allowed.covers(candidate)
              ? Excuse.LISTED
              : excuse(candidate, listed, asked && doubtful(candidate), quotes);
      if (excuse == null) {
        collector.add(candidate);
        observer.counted(candidate, text, request.earlier().size());
      } else {
        observer.excused(candidate, excuse);
      }
    }
    final List<Finding> findings = new ArrayList<>(collector.findings());
    findings.addAll(new Remembered(rules, allowed, collector.findings()).beyond(talk, observer));
    findings.sort(ORDER);
    final int scanned = truncated ? reach(text) : request.text().length();
    return new Scan(findings, truncated, scanned, rules.hash());
  }

  /** How far into the original a folded text goes. */
  private static int reach(final Canonical text) {
    int reach = 0;
    for (int i = 0; i < text.length(); i++) {
      reach = Math.max(reach, text.end(i));
    }
    return reach;
  }

  private static @Nullable Excuse excuse(
      final Candidate candidate,
      final ListedContacts listed,
      final boolean asked,
      final Quotes quotes) {
    if (listed.excuse(candidate)) {
      return Excuse.SPEAKS_OF_LISTED;
    } else if (asked) {
      return Excuse.ASKED_FOR;
    }
    return quotes.excuse(candidate);
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
