package io.gatehouse.base;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is stored but must not be read from the database alone: AES-256-GCM (NIST SP
 * 800-38D) with a random 96-bit nonce. Sealed bytes open only for the organization and purpose they
 * were sealed for, so that a row moved elsewhere is of no use.
 */
public final class Sealer {

  public static final int KEY_BYTES = 32;

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key 32 bytes in base64, checked by {@link Environment}
   */
  public Sealer(final Secret key) {
    this.key = new SecretKeySpec(Base64.getDecoder().decode(key.reveal()), "AES");
  }

  /**
   * @param purpose such as the provider's name
   * @return version, nonce, ciphertext and tag
   */
  public byte[] seal(final OrganizationId organization, final String purpose, final Secret plain) {
    final byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      final Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, organization, purpose);
      final byte[] sealed = cipher.doFinal(plain.reveal().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (final GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @throws IllegalStateException when it was sealed with another key, for somebody else, or
   *     changed
   */
  public Secret open(final OrganizationId organization, final String purpose, final byte[] sealed) {
    if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION) {
      throw new IllegalStateException("not something sealed here");
    }
    final byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
    try {
      final Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, organization, purpose);
      final int start = 1 + NONCE_BYTES;
      final byte[] plain = cipher.doFinal(sealed, start, sealed.length - start);
      return new Secret(new String(plain, StandardCharsets.UTF_8));
    } catch (final GeneralSecurityException refused) {
      throw new IllegalStateException(
          "Sealed with another GATEHOUSE_KEY, or changed: set the key it was sealed with.",
          refused);
    }
  }

  private Cipher cipher(
      final int mode, final byte[] nonce, final OrganizationId organization, final String purpose)
      throws GeneralSecurityException {
    final Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((organization + "/" + purpose).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
