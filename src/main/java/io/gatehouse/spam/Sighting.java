package io.gatehouse.spam;

/**
 * A sign in a text.
 *
 * @param code what the sign is called
 * @param seen tells one occurrence from another where each counts by itself: the word, else empty
 */
record Sighting(String code, Sign sign, Strength strength, String seen) {

  /** What a sign proves. */
  enum Strength {
    /** Needs no other. */
    OBVIOUS,
    /** Counts alone. */
    PROOF,
    /** Counts beside another of its kind or a proof: "Casino Royale Pet Hotel" is a name (B38). */
    HINT,
    /** Counts only where others do: an honest invitation has a link. */
    COMPANION
  }

  static Sighting proof(final String code, final Sign sign) {
    return new Sighting(code, sign, Strength.PROOF, "");
  }
}
