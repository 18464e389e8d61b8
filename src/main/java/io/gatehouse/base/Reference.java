package io.gatehouse.base;

/**
 * A short name ({@code GH-3F9K2}) that travels with everything posted outside, by which a post of
 * unknown outcome is found again and people can speak of it.
 */
public record Reference(String value) {

  /** Crockford's base 32: no letter that is mistaken for another. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int SHORTEST = 5;
  private static final long SCATTER = 22_695_477;

  /**
   * The reference of the n-th effect. Multiplying by an odd number within the block's power of two
   * is a bijection, so neighbours look unlike and none repeats.
   */
  public static Reference of(final long n) {
    int length = SHORTEST;
    long first = 0;
    while (n - first >= 1L << 5 * length) {
      first += 1L << 5 * length;
      length++;
    }
    long scattered = (n - first) * SCATTER & (1L << 5 * length) - 1;
    final var letters = new StringBuilder("GH-");
    for (int i = 0; i < length; i++) {
      letters.append(LETTERS.charAt((int) (scattered & 31)));
      scattered >>>= 5;
    }
    return new Reference(letters.toString());
  }
}
