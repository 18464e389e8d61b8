package io.gatehouse.offers;

import io.gatehouse.canonical.Token;
import io.gatehouse.intent.IntentModel;
import io.gatehouse.intent.Judgement;
import io.gatehouse.intent.Sentence;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Sentence by sentence: what phrases say is believed unless the sentence as a whole reads honest,
 * and what no phrase says is believed where the sentence as a whole reads like an offer.
 */
public final class Offers implements Recognizer {

  /** Below this a phrase is taken for what it looks like in honest sentences. */
  private static final double HONEST = 0.05;

  /** From here on no phrase is needed. */
  private static final double SURE = 0.65;

  /** Log-odds that ideas and phrases have to give by themselves: words alone prove nothing. */
  private static final double IDEAS = 1;

  private static final String CONTACT = "bypass.contact";

  private final IntentModel model;

  public Offers(final IntentModel model) {
    this.model = model;
  }

  @Override
  public void find(final Reading reading, final Consumer<Candidate> found) {
    for (final Sentence sentence : Sentences.of(reading)) {
      final Judgement judgement = model.judge(sentence);
      final boolean sure = sure(judgement);
      reading
          .observer()
          .weighed(
              reading, sentence, judgement, sure, () -> model.proofs(sentence, judgement.topic()));
      final List<Candidate> said = Phrases.in(reading, sentence);
      if (said.isEmpty() && sure) {
        found.accept(unsaid(reading, sentence, judgement));
      }
      said.stream()
          .filter(candidate -> believable(reading, sentence, candidate, judgement))
          .forEach(found);
    }
  }

  private static boolean sure(final Judgement judgement) {
    return judgement.likelihood() >= SURE && judgement.ideas() >= IDEAS;
  }

  /**
   * Nobody disguises a word of an honest sentence; and what introduces the figures beside it reads
   * like any label, so that they have to say what it is.
   */
  private static boolean believable(
      final Reading reading,
      final Sentence sentence,
      final Candidate candidate,
      final Judgement judgement) {
    if (candidate.disguise() != null
        || (CONTACT.equals(candidate.rule()) && figures(sentence))
        || !IntentModel.TOPICS.contains(candidate.topic())
        || judgement.likelihood() >= HONEST) {
      return true;
    }
    reading.observer().excused(candidate, Excuse.READS_HONEST);
    return false;
  }

  private static boolean figures(final Sentence sentence) {
    return IntStream.range(sentence.from(), sentence.to())
        .anyMatch(index -> sentence.words().get(index).isNumber());
  }

  private Candidate unsaid(
      final Reading reading, final Sentence sentence, final Judgement judgement) {
    final String topic = judgement.topic();
    final Stretch stretch = Stretch.strongest(sentence, model.proofs(sentence, topic));
    final List<Token> words = reading.words();
    return new Candidate(
        words.get(stretch.from()).from(),
        words.get(stretch.to() - 1).to(),
        topic,
        "intent." + topic,
        Math.min(0.95, judgement.likelihood()),
        "",
        null);
  }
}
