package io.gatehouse.access;

import io.gatehouse.base.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What a key looks like and how it is recognised. */
final class KeyText {

  private static final String PREFIX = "gh_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyText() {}

  static Secret fresh() {
    final byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * SHA-256 without salt: 256 random bits cannot be guessed, and looking the hash up reveals
   * nothing by its timing, since nobody can choose a hash that is nearly right.
   */
  static byte[] hash(final String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (final NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
