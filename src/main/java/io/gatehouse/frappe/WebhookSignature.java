package io.gatehouse.frappe;

import io.gatehouse.base.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Frappe's proof of a webhook: {@code Base64(HMAC-SHA256(secret, body))} over the bytes as they
 * were sent, with neither prefix nor time stamp (frappe/integrations/doctype/webhook).
 */
public final class WebhookSignature {

  public static final String HEADER = "X-Frappe-Webhook-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private WebhookSignature() {}

  /**
   * Which secret signed a body; several are accepted while one replaces another.
   *
   * @param body the bytes received: parsed and written again they would be others
   */
  static Optional<Secret> signer(
      final List<Secret> secrets, final byte[] body, final String header) {
    final byte[] given = header.getBytes(StandardCharsets.UTF_8);
    return secrets.stream()
        .filter(secret -> MessageDigest.isEqual(sign(secret, body), given))
        .findFirst();
  }

  private static byte[] sign(final Secret secret, final byte[] body) {
    return Base64.getEncoder().encode(hmac(secret, body));
  }

  /**
   * HMAC-SHA256 of several parts as one message.
   *
   * @throws IllegalStateException never: every Java has the algorithm
   */
  public static byte[] hmac(final Secret secret, final byte[]... parts) {
    try {
      final Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      for (final byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (final GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
