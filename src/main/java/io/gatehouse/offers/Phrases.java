package io.gatehouse.offers;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.intent.Sentence;
import io.gatehouse.lexicon.Hit;
import io.gatehouse.lexicon.Line;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Offers and requests in words. The weights of the phrases of one sentence are added up, those that
 * excuse (a refusal, a report, a topic of the work) included; half a point makes a finding.
 */
final class Phrases {

  private static final double ENOUGH = 0.5;
  private static final double HIDDEN = 0.45;

  /** Marks that say where a word stands, not that somebody hid it. */
  private static final int HARMLESS =
      Mark.HTML_HIDDEN.bit()
          | Mark.PERCENT_ENCODING.bit()
          | Mark.EMOJI_HINT.bit()
          | Mark.HTML_TABLE.bit();

  private static final double SPAN_WORTHY = 0.25;

  private Phrases() {}

  /** What the phrases of a sentence, and of each clause that speaks to the reader, amount to. */
  static List<Candidate> in(final Reading reading, final Sentence sentence) {
    final List<Candidate> found = new ArrayList<>();
    if (!sentence.hits().isEmpty()) {
      judge(reading, sentence.hits(), found::add);
      Clauses.addressed(reading, sentence.hits()).forEach(part -> judge(reading, part, found::add));
    }
    return found;
  }

  private static void judge(
      final Reading reading, final List<Hit> hits, final Consumer<Candidate> found) {
    final Set<String> topics = new LinkedHashSet<>();
    for (final Hit hit : hits) {
      if (hit.line().weight() > 0) {
        topics.addAll(hit.line().rule().topics());
      }
    }
    for (final String topic : topics) {
      final Candidate candidate = judge(reading, hits, topic);
      if (candidate != null) {
        found.accept(candidate);
      }
    }
  }

  private static @Nullable Candidate judge(
      final Reading reading, final List<Hit> hits, final String topic) {
    double sum = 0;
    double excuse = 0;
    final Set<Line> lines = Collections.newSetFromMap(new IdentityHashMap<>());
    final Set<String> counted = new HashSet<>();
    final List<Hit> proofs = new ArrayList<>();
    String how = null;
    for (final Hit hit : hits) {
      final Set<String> topics = hit.line().rule().topics();
      if (!topics.contains(topic) && !topics.contains("*")) {
        continue;
      }
      final String hidden = hidden(reading, hit);
      if (lines.add(hit.line()) && counted.add(hit.line().rule().id() + hit.line().pattern())) {
        final double weight = hit.line().weight();
        sum += weight > 0 ? weight + (hidden == null ? 0 : HIDDEN) : 0;
        excuse += Math.min(0, weight);
      }
      if (hit.line().weight() > 0) {
        proofs.add(hit);
        how = how == null ? hidden : how;
      }
    }
    sum = Math.min(1, sum) + excuse;
    reading.observer().judged(reading, hits, topic, sum);
    return sum < ENOUGH || proofs.isEmpty() ? null : candidate(reading, proofs, topic, sum, how);
  }

  private static Candidate candidate(
      final Reading reading,
      final List<Hit> proofs,
      final String topic,
      final double sum,
      final @Nullable String how) {
    final Hit best =
        proofs.stream().max(Comparator.comparingDouble(hit -> hit.line().weight())).orElseThrow();
    int from = best.from();
    int to = best.to();
    for (final Hit hit : proofs) {
      if (hit.line().weight() >= SPAN_WORTHY && hit.from() < to && hit.to() > from) {
        from = Math.min(from, hit.from());
        to = Math.max(to, hit.to());
      }
    }
    final List<Token> words = reading.words();
    final int start = words.get(from).from();
    final int end = words.get(to - 1).to();
    final String rule = best.line().rule().id();
    return new Candidate(start, end, topic, rule, Math.min(0.98, sum), "", how);
  }

  private static @Nullable String hidden(final Reading reading, final Hit hit) {
    final Canonical text = reading.text();
    for (int i = hit.from(); i < hit.to(); i++) {
      final Token token = reading.words().get(i);
      final String how = token.disguise();
      if (how != null && !how.equals("html_hidden")) {
        return how;
      }
      final String mark = Mark.disguise(text.marks(token.from() + 1, token.to()) & ~HARMLESS);
      if (mark != null) {
        return mark;
      }
    }
    return null;
  }
}
