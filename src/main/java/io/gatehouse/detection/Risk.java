package io.gatehouse.detection;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The score of a message: 0 (nothing found) to below 1, with diminishing returns (S3.14). */
public final class Risk {

  /** S3.13's added weight of a disguise, counted once a message. */
  public static final double DISGUISE = 0.15;

  /** The sum that gives 0.75: what a plain phone number weighs. */
  public static final double ONE_PHONE = 0.4;

  private Risk() {}

  /**
   * {@code 1 − 0.25^(Σ wᵢ·confidenceᵢ ÷ 0.4)}, each class counted once by its surest finding. With
   * S3.13's weights a plain phone number gives S3's own 0.75, an e-mail 0.70, a url 0.65, a social
   * handle 0.58 (B40).
   */
  public static double of(final List<Finding> findings, final Weights weights) {
    final Map<FindingClass, Double> surest = new EnumMap<>(FindingClass.class);
    double disguise = 0;
    for (final Finding finding : findings) {
      surest.merge(finding.type(), finding.confidence(), Math::max);
      disguise = finding.disguise() == null ? disguise : DISGUISE;
    }
    double sum = disguise;
    for (final var entry : surest.entrySet()) {
      sum += weights.of(entry.getKey()) * entry.getValue();
    }
    return 1 - Math.pow(0.25, sum / ONE_PHONE);
  }
}
