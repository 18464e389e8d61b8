package io.gatehouse.intent;

/**
 * What a sentence is likely after.
 *
 * @param likelihood that it is after anything at all, 0 to 1
 * @param topic the likeliest, by its wire name
 * @param ideas log-odds that ideas and phrases alone give the topic: words alone prove nothing
 */
public record Judgement(double likelihood, String topic, double ideas) {

  /** From the scores of the topics, in their order; "nothing" has score 0 (softmax). */
  static Judgement of(final double[] scores, final double[] ideas) {
    double sum = 1;
    int best = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += Math.exp(scores[i]);
      best = scores[i] > scores[best] ? i : best;
    }
    return new Judgement(1 - 1 / sum, IntentModel.TOPICS.get(best), ideas[best]);
  }
}
