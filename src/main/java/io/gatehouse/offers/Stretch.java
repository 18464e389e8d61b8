package io.gatehouse.offers;

import io.gatehouse.intent.Proof;
import io.gatehouse.intent.Sentence;
import java.util.Arrays;
import java.util.List;

/** The words of a sentence that speak most for a judgement: from (inclusive) to (exclusive). */
record Stretch(int from, int to) {

  /** Words have to speak this much louder than the sentence on average. */
  private static final double ABOVE_MEAN = 0.5;

  /** The stretch with the largest sum (Kadane), each proof shared among its words. */
  static Stretch strongest(final Sentence sentence, final List<Proof> proofs) {
    final double[] weights = weights(sentence, proofs);
    final double drag = ABOVE_MEAN * Math.max(0, Arrays.stream(weights).average().orElse(0));
    Stretch best = new Stretch(sentence.from(), sentence.to());
    double most = Double.NEGATIVE_INFINITY;
    double sum = 0;
    int start = 0;
    for (int i = 0; i < weights.length; i++) {
      if (sum <= 0) {
        sum = 0;
        start = i;
      }
      sum += weights[i] - drag;
      if (sum > most) {
        most = sum;
        best = new Stretch(sentence.from() + start, sentence.from() + i + 1);
      }
    }
    return best;
  }

  private static double[] weights(final Sentence sentence, final List<Proof> proofs) {
    final double[] weights = new double[sentence.to() - sentence.from()];
    for (final Proof proof : proofs) {
      for (int i = proof.from(); i < Math.min(proof.to(), sentence.to()); i++) {
        weights[i - sentence.from()] += proof.weight() / (proof.to() - proof.from());
      }
    }
    return weights;
  }
}
