package io.gatehouse.erpnext;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import io.gatehouse.frappe.WebhookSignature;
import io.gatehouse.message.NaturalKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * A webhook whose signature is right.
 *
 * @param signedBy the secret that proved it
 */
record Delivery(OrganizationId organization, byte[] body, Secret signedBy) {

  /** Frappe repeats a delivery, byte for byte, for up to about 27 hours. */
  private static final Duration REPEATED = Duration.ofHours(48);

  private static final byte[] PURPOSE = "natural key\n".getBytes(StandardCharsets.UTF_8);

  /**
   * A name made of the bytes, for payloads that have none. Keyed, so that nobody who reads it can
   * try what the text was; by the secret that signed, which a repeat shares also after a rotation.
   */
  NaturalKey key() {
    final byte[] digest = WebhookSignature.hmac(signedBy, PURPOSE, body);
    return new NaturalKey(
        "erpnext_body", Base64.getUrlEncoder().withoutPadding().encodeToString(digest), REPEATED);
  }
}
