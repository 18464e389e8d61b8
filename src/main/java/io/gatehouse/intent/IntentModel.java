package io.gatehouse.intent;

import io.gatehouse.canonical.DataFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A linear model with one score per class of finding, made by the train command from labelled
 * messages of ours. Every weight stands in a text file beside the feature it belongs to, so that a
 * decision can be told in words.
 */
public final class IntentModel {

  /** What a sentence may be after, by the wire names of the classes of finding. */
  public static final List<String> TOPICS =
      List.of("messaging_platform", "bypass_language", "payment_bypass", "social_media");

  private static final int HEAD = 3;

  private final Features features;
  private final Map<Feature, Integer> ids;
  private final float[][] weights;

  private IntentModel(
      final Features features, final Map<Feature, Integer> ids, final float[][] weights) {
    this.features = features;
    this.ids = ids;
    this.weights = weights;
  }

  /** Reads the concepts and the model that ship with Gatehouse. */
  public static IntentModel of(final List<DataFile> concepts, final DataFile model) {
    final Map<Feature, Integer> ids = new HashMap<>();
    final List<float[]> weights = new ArrayList<>();
    for (final String line : model.lines()) {
      final String[] parts = line.split("\t", -1);
      ids.put(new Feature(Feature.Kind.of(parts[0]), parts[1], parts[2]), weights.size());
      weights.add(weights(parts));
    }
    return new IntentModel(
        new Features(Concepts.of(concepts)), ids, weights.toArray(new float[0][]));
  }

  private static float[] weights(final String[] parts) {
    final float[] row = new float[TOPICS.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = Float.parseFloat(parts[HEAD + i]);
    }
    return row;
  }

  /** How likely the sentence is after each topic, or after nothing. */
  public Judgement judge(final Sentence sentence) {
    final double[] scores = new double[TOPICS.size()];
    final double[] ideas = new double[TOPICS.size()];
    weigh(
        sentence,
        (feature, row, value, from, to) -> {
          for (int i = 0; i < scores.length; i++) {
            scores[i] += row[i] * value;
            ideas[i] += feature.proves() ? row[i] * value : 0;
          }
        });
    return Judgement.of(scores, ideas);
  }

  /** What spoke for a topic, and where: the strongest first. */
  public List<Proof> proofs(final Sentence sentence, final String topic) {
    final int column = TOPICS.indexOf(topic);
    final List<Proof> proofs = new ArrayList<>();
    weigh(
        sentence,
        (feature, row, value, from, to) -> {
          if (row[column] * value != 0) {
            proofs.add(new Proof(feature.spoken(), row[column] * value, from, to));
          }
        });
    proofs.sort((one, two) -> Double.compare(two.weight(), one.weight()));
    return proofs;
  }

  @FunctionalInterface
  private interface Weighing {
    void weigh(Feature feature, float[] row, double value, int from, int to);
  }

  /** What is there or not counts once, however often it is said. */
  private void weigh(final Sentence sentence, final Weighing weighing) {
    final BitSet counted = new BitSet(weights.length);
    features.of(
        sentence,
        (feature, value, from, to) -> {
          final Integer id = ids.get(feature);
          if (id != null && (feature.kind().adds() || !counted.get(id))) {
            counted.set(id);
            weighing.weigh(feature, weights[id], value, from, to);
          }
        });
  }

  @Override
  public String toString() {
    return "IntentModel[" + ids.size() + " features, " + Arrays.toString(TOPICS.toArray()) + "]";
  }
}
