package io.gatehouse.intent;

import io.gatehouse.canonical.DataFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Multinomial logistic regression with L2 regularization, by stochastic gradient descent with
 * AdaGrad steps. The same examples in the same order give the same model to the last digit.
 */
public final class Training {

  /** A feature seen in fewer sentences is an accident. */
  private static final int SEEN_ENOUGH = 3;

  private static final int ROUNDS = 15;
  private static final double STEP = 0.2;
  private static final double DECAY = 1e-3;
  private static final long SEED = 1;

  /** Weights that round to less are left out of the file. */
  private static final double SMALLEST = 0.03;

  private static final int TOPICS = IntentModel.TOPICS.size();

  private final Map<Feature, Integer> ids;
  private final List<Bag> bags;
  private final double[][] weights;
  private final double[][] squares;

  /** The features of one sentence, by number. */
  private record Bag(int[] ids, double[] values, int topic) {}

  private Training(final Map<Feature, Integer> ids, final List<Bag> bags) {
    this.ids = ids;
    this.bags = bags;
    weights = new double[ids.size()][TOPICS];
    squares = new double[ids.size()][TOPICS];
  }

  /** The lines of a model's file. */
  public static List<String> lines(final List<DataFile> concepts, final List<Example> examples) {
    final Symbols symbols = new Symbols();
    final Features features = new Features(concepts, symbols);
    final List<Map<Feature, Double>> seen = new ArrayList<>();
    for (final Example example : examples) {
      seen.add(values(features, symbols, example.sentence()));
    }
    final Map<Feature, Integer> ids = frequent(seen);
    final List<Bag> bags = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      bags.add(bag(seen.get(i), ids, IntentModel.TOPICS.indexOf(topic(examples.get(i)))));
    }
    final Training training = new Training(ids, bags);
    training.run();
    return training.lines();
  }

  private static String topic(final Example example) {
    return example.topic() == null ? "" : example.topic();
  }

  private static Map<Feature, Double> values(
      final Features features, final Symbols symbols, final Sentence sentence) {
    final Map<Feature, Double> values = new LinkedHashMap<>();
    features.of(
        sentence,
        (kind, one, two, value, from, to) -> {
          final Feature feature = new Feature(kind, symbols.text(one), symbols.text(two));
          if (kind.adds()) {
            values.merge(feature, value, Double::sum);
          } else {
            values.put(feature, value);
          }
        });
    return values;
  }

  private static Map<Feature, Integer> frequent(final List<Map<Feature, Double>> seen) {
    final Map<Feature, Integer> counts = new LinkedHashMap<>();
    seen.forEach(values -> values.keySet().forEach(name -> counts.merge(name, 1, Integer::sum)));
    final Map<Feature, Integer> ids = new LinkedHashMap<>();
    counts.forEach(
        (feature, count) -> {
          if (count >= SEEN_ENOUGH) {
            ids.put(feature, ids.size());
          }
        });
    return ids;
  }

  private static Bag bag(
      final Map<Feature, Double> values, final Map<Feature, Integer> ids, final int topic) {
    final int[] numbers =
        values.keySet().stream().filter(ids::containsKey).mapToInt(ids::get).toArray();
    final double[] sizes =
        values.entrySet().stream()
            .filter(entry -> ids.containsKey(entry.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .toArray();
    return new Bag(numbers, sizes, topic);
  }

  private void run() {
    final Random random = new Random(SEED);
    final int[] order = new int[bags.size()];
    Arrays.setAll(order, i -> i);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, random);
      for (final int i : order) {
        step(bags.get(i));
      }
    }
  }

  private static void shuffle(final int[] order, final Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      final int j = random.nextInt(i + 1);
      final int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  private void step(final Bag bag) {
    final double[] likely = likely(bag);
    for (int topic = 0; topic < TOPICS; topic++) {
      final double error = likely[topic] - (bag.topic == topic ? 1 : 0);
      for (int i = 0; i < bag.ids.length; i++) {
        final int id = bag.ids[i];
        final double slope = error * bag.values[i] + DECAY * weights[id][topic];
        squares[id][topic] += slope * slope;
        weights[id][topic] -= STEP * slope / (0.1 + StrictMath.sqrt(squares[id][topic]));
      }
    }
  }

  private double[] likely(final Bag bag) {
    final double[] scores = new double[TOPICS];
    for (int i = 0; i < bag.ids.length; i++) {
      for (int topic = 0; topic < TOPICS; topic++) {
        scores[topic] += weights[bag.ids[i]][topic] * bag.values[i];
      }
    }
    double sum = 1;
    for (int topic = 0; topic < TOPICS; topic++) {
      scores[topic] = StrictMath.exp(scores[topic]);
      sum += scores[topic];
    }
    for (int topic = 0; topic < TOPICS; topic++) {
      scores[topic] /= sum;
    }
    return scores;
  }

  /** Sorted, so that two models can be compared line by line. */
  private List<String> lines() {
    final Map<String, double[]> sorted = new TreeMap<>();
    ids.forEach((feature, id) -> sorted.put(feature.line(), weights[id]));
    final List<String> lines = new ArrayList<>();
    sorted.forEach(
        (name, row) -> {
          if (Arrays.stream(row).anyMatch(weight -> Math.abs(weight) >= SMALLEST)) {
            final StringBuilder line = new StringBuilder(name);
            Arrays.stream(row).forEach(w -> line.append(String.format(Locale.ROOT, "\t%.2f", w)));
            lines.add(line.toString());
          }
        });
    return lines;
  }
}
