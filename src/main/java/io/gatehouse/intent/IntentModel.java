package io.gatehouse.intent;

import io.gatehouse.canonical.DataFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
  private final List<Feature> rows;
  private final Table table;
  private final float[][] weights;
  private final boolean[] proves;

  private IntentModel(
      final Features features,
      final List<Feature> rows,
      final Table table,
      final float[][] weights) {
    this.features = features;
    this.rows = rows;
    this.table = table;
    this.weights = weights;
    proves = new boolean[rows.size()];
    for (int i = 0; i < proves.length; i++) {
      proves[i] = rows.get(i).proves();
    }
  }

  /** Reads the concepts and the model that ship with Gatehouse. */
  public static IntentModel of(final List<DataFile> concepts, final DataFile model) {
    final List<Feature> rows = new ArrayList<>();
    final List<float[]> weights = new ArrayList<>();
    for (final String line : model.lines()) {
      final String[] parts = line.split("\t", -1);
      rows.add(new Feature(Feature.Kind.of(parts[0]), parts[1], parts[2]));
      weights.add(weights(parts));
    }
    final Symbols symbols = new Symbols();
    final Features features = new Features(concepts, symbols);
    final Table table = new Table(rows, symbols);
    symbols.close();
    return new IntentModel(features, rows, table, weights.toArray(new float[0][]));
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
        (row, value, from, to) -> {
          final float[] columns = weights[row];
          for (int i = 0; i < scores.length; i++) {
            scores[i] += columns[i] * value;
            ideas[i] += proves[row] ? columns[i] * value : 0;
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
        (row, value, from, to) -> {
          final double weight = weights[row][column] * value;
          if (weight != 0) {
            proofs.add(new Proof(rows.get(row).spoken(), weight, from, to));
          }
        });
    proofs.sort((one, two) -> Double.compare(two.weight(), one.weight()));
    return proofs;
  }

  @FunctionalInterface
  private interface Weighing {
    void weigh(int row, double value, int from, int to);
  }

  /** What is there or not counts once, however often it is said. */
  private void weigh(final Sentence sentence, final Weighing weighing) {
    final Numbers counted = new Numbers();
    features.of(
        sentence,
        (kind, one, two, value, from, to) -> {
          final int row = table.row(kind, one, two);
          if (row >= 0 && (kind.adds() || counted.add(row))) {
            weighing.weigh(row, value, from, to);
          }
        });
  }

  @Override
  public String toString() {
    return "IntentModel[" + rows.size() + " features, " + Arrays.toString(TOPICS.toArray()) + "]";
  }
}
