package io.gatehouse.moderation;

import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.moderation.BodyReader.Content;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Knows a text again without keeping it. Hashes are keyed for each organization: nobody can try out
 * texts against them.
 */
@Singleton
class Fingerprints {

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  Fingerprints(final Environment environment) {
    this.key = Base64.getDecoder().decode(environment.secrets().sealing().reveal());
  }

  String of(final OrganizationId organization, final Content content) {
    final byte[] own = hmac(key, "moderation/" + content.format() + "/" + organization);
    return HexFormat.of().formatHex(hmac(own, content.text()));
  }

  private static byte[] hmac(final byte[] with, final String words) {
    try {
      final Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(with, ALGORITHM));
      return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
    } catch (final GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
