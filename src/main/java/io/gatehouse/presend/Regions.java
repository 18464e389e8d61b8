package io.gatehouse.presend;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Countries whose national form of a phone number can be assumed. */
final class Regions {

  /** What numbers without a country code are read as where nothing else is said. */
  static final String STANDARD = "CA";

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Regions() {}

  /** The ISO 3166 code as the detector wants it, or empty when no country has it. */
  static Optional<String> of(final String written) {
    return Optional.of(written.toUpperCase(Locale.ROOT)).filter(COUNTRIES::contains);
  }
}
