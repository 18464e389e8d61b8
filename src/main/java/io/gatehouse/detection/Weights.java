package io.gatehouse.detection;

import java.util.EnumMap;
import java.util.Map;

/** How heavily a finding of each class counts; a setting whose defaults are S3.13's weights. */
public record Weights(Map<FindingClass, Double> of) {

  /** S3.13; the classes S3 does not name stand with its "social". */
  public static final Weights STANDARD =
      new Weights(
          Map.of(
              FindingClass.PHONE_NUMBER, 0.40,
              FindingClass.EMAIL_ADDRESS, 0.35,
              FindingClass.URL, 0.30,
              FindingClass.SOCIAL_MEDIA, 0.25,
              FindingClass.MESSAGING_PLATFORM, 0.25,
              FindingClass.BYPASS_LANGUAGE, 0.25,
              FindingClass.PAYMENT_BYPASS, 0.30));

  public Weights {
    final var complete = new EnumMap<FindingClass, Double>(FindingClass.class);
    for (final FindingClass type : FindingClass.values()) {
      final double weight = of.getOrDefault(type, 0.0);
      if (!(weight >= 0 && weight <= 1)) {
        throw new IllegalArgumentException(type.wire() + " must weigh between 0 and 1");
      }
      complete.put(type, weight);
    }
    of = Map.copyOf(complete);
  }

  double of(final FindingClass type) {
    return of.getOrDefault(type, 0.0);
  }
}
