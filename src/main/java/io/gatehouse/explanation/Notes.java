package io.gatehouse.explanation;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Token;
import io.gatehouse.detection.Finding;
import io.gatehouse.detection.Span;
import io.gatehouse.explanation.Explanation.Phrase;
import io.gatehouse.explanation.Explanation.Rejected;
import io.gatehouse.intent.Judgement;
import io.gatehouse.intent.Proof;
import io.gatehouse.intent.Sentence;
import io.gatehouse.lexicon.Hit;
import io.gatehouse.message.CodePoints;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Writes down what a scan looked at. */
final class Notes implements Recognizer.Observer {

  private static final double ENOUGH = 0.5;

  /** How far the words that told against a number may stand from it, as recognition looks. */
  private static final int BEFORE = 8;

  private static final int BEHIND = 4;

  /** A sentence less likely than this to be an offer is not worth a line. */
  private static final double WORTH_TELLING = 0.3;

  /** How many of its features are told. */
  private static final int TOLD = 6;

  /** More would be read by nobody. */
  private static final int MOST = 500;

  private static final List<String> AGAINST =
      List.of("phone_label", "unit", "handle_label", "word_ending");

  private final String text;
  private final List<Note> rejected = new ArrayList<>();
  private final List<Note> judged = new ArrayList<>();
  private Canonical canonical = Canonical.join(List.of(), "");

  Notes(final String text) {
    this.text = text;
  }

  @Override
  public void read(final Canonical folded) {
    canonical = folded;
  }

  @Override
  public void doubted(
      final Reading reading,
      final int from,
      final int to,
      final String topic,
      final String rule,
      final double confidence) {
    final List<String> words = words(reading, from, to);
    final boolean other = confidence <= 0 || !words.isEmpty();
    final Cause cause = other ? Cause.LOOKALIKE : Cause.BELOW_THRESHOLD;
    add(rejected, from, to, topic, rule, confidence, cause, words, List.of());
  }

  @Override
  public void judged(
      final Reading reading, final List<Hit> hits, final String topic, final double sum) {
    final List<Hit> own =
        hits.stream()
            .filter(hit -> hit.line().weight() != 0)
            .filter(hit -> hit.line().rule().topics().contains(topic) || any(hit))
            .toList();
    final int first = own.stream().mapToInt(Hit::from).min().orElse(0);
    final int last = own.stream().mapToInt(Hit::to).max().orElse(1);
    final List<Phrase> phrases = own.stream().map(Notes::phrase).distinct().toList();
    final boolean excuses = phrases.stream().anyMatch(phrase -> phrase.weight() < 0);
    final Phrase best =
        phrases.stream().max(Comparator.comparingDouble(Phrase::weight)).orElseThrow();
    add(
        sum < ENOUGH ? rejected : judged,
        reading.words().get(first).from(),
        reading.words().get(last - 1).to(),
        topic,
        best.rule(),
        sum,
        excuses ? Cause.EXCUSED : Cause.BELOW_THRESHOLD,
        List.of(),
        phrases);
  }

  @Override
  public void weighed(
      final Reading reading,
      final Sentence sentence,
      final Judgement judgement,
      final boolean sure,
      final Supplier<List<Proof>> proofs) {
    if (judgement.likelihood() < WORTH_TELLING) {
      return;
    }
    final List<Phrase> strongest = proofs.get().stream().limit(TOLD).map(Notes::phrase).toList();
    add(
        sure ? judged : rejected,
        reading.words().get(sentence.from()).from(),
        reading.words().get(sentence.to() - 1).to(),
        judgement.topic(),
        "intent." + judgement.topic(),
        judgement.likelihood(),
        Cause.BELOW_THRESHOLD,
        List.of(),
        strongest);
  }

  private static Phrase phrase(final Proof proof) {
    return new Phrase("intent", proof.said(), Math.round(proof.weight() * 100) / 100.0);
  }

  @Override
  public void excused(final Candidate candidate, final Recognizer.Excuse excuse) {
    add(
        rejected,
        candidate.from(),
        candidate.to(),
        candidate.topic(),
        candidate.rule(),
        candidate.confidence(),
        Cause.valueOf(excuse.name()),
        List.of(),
        List.of());
  }

  String canonical() {
    return canonical.text(0, canonical.length());
  }

  /** The phrases a finding rests on. */
  List<Phrase> phrases(final Finding finding) {
    return judged.stream()
        .filter(note -> note.topic().equals(finding.type().wire()))
        .filter(note -> note.span().overlaps(finding.span()))
        .flatMap(note -> note.phrases().stream())
        .distinct()
        .toList();
  }

  /** What was left alone: of several looks at one thing the one that tells most. */
  List<Rejected> rejected(final List<Finding> findings, final int message) {
    final List<Note> kept = new ArrayList<>();
    for (final Note note : rejected) {
      final boolean beaten = kept.stream().anyMatch(k -> k.sameAs(note) && !note.tellsMoreThan(k));
      if (!beaten && findings.stream().noneMatch(found -> isFound(note, found, message))) {
        kept.removeIf(note::sameAs);
        kept.add(note);
      }
    }
    kept.sort(
        Comparator.comparingInt((Note note) -> note.span().start()).thenComparing(Note::topic));
    return kept.stream().map(this::told).toList();
  }

  private static boolean isFound(final Note note, final Finding found, final int message) {
    return found.message() == message
        && found.type().wire().equals(note.topic())
        && found.span().overlaps(note.span());
  }

  private Rejected told(final Note note) {
    return new Rejected(
        CodePoints.start(note.span(), text),
        CodePoints.end(note.span(), text),
        note.read(),
        note.topic(),
        note.rule(),
        note.confidence(),
        note.cause().wire(),
        note.cause().sentence(),
        note.words(),
        note.phrases());
  }

  private void add(
      final List<Note> notes,
      final int from,
      final int to,
      final String topic,
      final String rule,
      final double confidence,
      final Cause cause,
      final List<String> words,
      final List<Phrase> phrases) {
    final int start = canonical.start(from);
    final int end = canonical.end(to - 1);
    if (notes.size() < MOST && end > start) {
      final String read = canonical.text(from, to);
      notes.add(
          new Note(new Span(start, end), read, topic, rule, confidence, cause, words, phrases));
    }
  }

  private static boolean any(final Hit hit) {
    return hit.line().rule().topics().contains("*");
  }

  private static Phrase phrase(final Hit hit) {
    return new Phrase(hit.line().rule().id(), hit.line().pattern(), hit.line().weight());
  }

  /** Words near it that recognition holds against it, with their class. */
  private static List<String> words(final Reading reading, final int from, final int to) {
    final int first = reading.tokenAt(from);
    final int behind = reading.tokenAt(to);
    final List<String> words = new ArrayList<>();
    for (final String type : AGAINST) {
      final Set<String> members = reading.context().lexicon().words(type);
      final int last = Math.min(behind + BEHIND, reading.words().size());
      for (int i = Math.max(0, first - BEFORE); i < last; i++) {
        final Token token = reading.words().get(i);
        if (members.contains(token.word())) {
          words.add(token.word() + " (" + type + ")");
        }
      }
    }
    return words;
  }
}
