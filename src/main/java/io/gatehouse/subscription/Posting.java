package io.gatehouse.subscription;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Outcome;
import io.gatehouse.feed.Item;
import io.gatehouse.webhook.StandardSignature;
import io.gatehouse.webhook.WebhookClient;
import io.gatehouse.webhook.WebhookSecrets;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Posts items as Standard Webhooks describes it. */
@Singleton
class Posting {

  private final WebhookSecrets secrets;
  private final WebhookClient client;
  private final JsonMapper json;
  private final Clock clock;

  Posting(
      final WebhookSecrets secrets,
      final WebhookClient client,
      final JsonMapper json,
      final Clock clock) {
    this.secrets = secrets;
    this.client = client;
    this.json = json;
    this.clock = clock;
  }

  Round begin(final OrganizationId organization, final URI address) {
    final List<WebhookSecrets.Key> keys = secrets.of(organization);
    return new Round(item -> keys.isEmpty() ? unsigned() : post(item, address, keys));
  }

  private static Outcome unsigned() {
    return new Outcome.Refused(
        "no_secret", "Nothing to sign with: POST /api/owner/webhook-secret makes a secret.");
  }

  /** The id stays the same when it is posted again. */
  private Outcome post(final Item item, final URI address, final List<WebhookSecrets.Key> keys) {
    final byte[] body = body(item);
    return client.post(address, StandardSignature.of(item.id(), clock.instant(), body, keys), body);
  }

  private byte[] body(final Item item) {
    final Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", item.type());
    body.put("timestamp", item.at().toString());
    body.put("data", item.body());
    try {
      return json.writeValueAsBytes(body);
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Tells addresses apart without showing what may be secret in them. */
  static String fingerprint(final URI address) {
    try {
      final byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(address.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (final NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
