package io.gatehouse.categories;

/**
 * How sure one must be (S4.4); an organization may choose its own (S4.22).
 *
 * @param quarantine from here on a person looks at it
 * @param block from here on it is hidden, where its category may be
 */
public record Thresholds(double quarantine, double block) {

  /** S4.4. */
  public static final Thresholds STANDARD = new Thresholds(0.55, 0.85);

  public Thresholds {
    if (!(quarantine > 0 && quarantine <= block && block <= 1)) {
      throw new IllegalArgumentException("thresholds: 0 < quarantine <= block <= 1");
    }
  }
}
