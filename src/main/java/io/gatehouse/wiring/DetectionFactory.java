package io.gatehouse.wiring;

import io.gatehouse.base.Environment;
import io.gatehouse.detection.Detector;
import io.gatehouse.keywords.Keywords;
import io.gatehouse.spam.SpamDetector;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Hands the framework-free engines to those who want one. */
@Factory
final class DetectionFactory {

  @Singleton
  Detector detector(final Environment environment) {
    return Detector.standard(environment.server().maxScanCharacters());
  }

  @Singleton
  Keywords keywords() {
    return Keywords.standard();
  }

  @Singleton
  SpamDetector spamDetector() {
    return SpamDetector.standard();
  }
}
