package io.gatehouse.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The three headers of the Standard Webhooks specification, symmetric form: HMAC-SHA256 over id,
 * time and body, one signature for each key.
 */
public final class StandardSignature {

  private static final String ALGORITHM = "HmacSHA256";

  private StandardSignature() {}

  /**
   * @param id stays the same when the message is sent again
   */
  public static Map<String, String> of(
      final UUID id, final Instant at, final byte[] body, final List<WebhookSecrets.Key> keys) {
    final String message = "msg_" + id;
    final String seconds = Long.toString(at.getEpochSecond());
    final byte[] head = (message + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
    return Map.of(
        "webhook-id", message,
        "webhook-timestamp", seconds,
        "webhook-signature",
            keys.stream()
                .map(key -> "v1," + signed(key, head, body))
                .collect(Collectors.joining(" ")));
  }

  private static String signed(final WebhookSecrets.Key key, final byte[] head, final byte[] body) {
    try {
      final Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
      mac.update(head);
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (final GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
