package io.gatehouse.policy;

/**
 * Where {@link Mode#GRADED} changes its mind: below {@code nudge} allow, from there warn, from
 * {@code block} on block (S3.6). Both are settings, so that none is silently swallowed (B44).
 */
public record Bands(double nudge, double block) {

  /** S3.6. */
  public static final Bands STANDARD = new Bands(0.40, 0.65);

  public Bands {
    if (!(nudge >= 0 && nudge <= block && block <= 1)) {
      throw new IllegalArgumentException("bands must be ordered: 0 <= nudge <= block <= 1");
    }
  }
}
