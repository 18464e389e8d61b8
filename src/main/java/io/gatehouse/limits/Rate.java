package io.gatehouse.limits;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * So many within a time that begins with the first; when it is over, all may be done again.
 *
 * @throws IllegalArgumentException when either is not positive
 */
record Rate(int most, Duration within) {

  Rate {
    if (most < 1 || !within.isPositive()) {
      throw new IllegalArgumentException(
          "a limit must let something pass within some time, not " + most + " within " + within);
    }
  }

  BucketConfiguration bucket() {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(most).refillIntervally(most, within))
        .build();
  }
}
