package io.gatehouse.webhook;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Sealer;
import io.gatehouse.base.Secret;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What owners' webhooks are signed with: made here, sealed, and shown once. */
@Singleton
public class WebhookSecrets {

  /** While a receiver is given the new secret, the former one signs along. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  /** Between 24 and 64 says the Standard Webhooks specification. */
  private static final int BYTES = 32;

  private static final String PREFIX = "whsec_";
  private static final String PURPOSE = "owner-webhook";

  private final WebhookSecretRepository secrets;
  private final Sealer sealer;
  private final AuditLog audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  WebhookSecrets(
      final WebhookSecretRepository secrets,
      final Sealer sealer,
      final AuditLog audit,
      final Clock clock) {
    this.secrets = secrets;
    this.sealer = sealer;
    this.audit = audit;
    this.clock = clock;
  }

  /** A secret as bytes. */
  public record Key(Secret secret) {

    byte[] bytes() {
      return Base64.getDecoder().decode(secret.reveal().substring(PREFIX.length()));
    }
  }

  /** Makes a new secret; who calls is the only one who ever sees it. */
  @Transactional
  public Secret rotate(final Caller by) {
    final byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    final var secret = new Secret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    final OrganizationId organization = by.organization();
    secrets.put(
        organization.value(),
        sealer.seal(organization, PURPOSE, secret),
        clock.instant(),
        by.name());
    audit.record(organization, by.name(), "webhook_secret.rotated", PURPOSE, null, Map.of());
    return secret;
  }

  /** Those in force, the newest first; none when none was ever made. */
  @Transactional
  public List<Key> of(final OrganizationId organization) {
    final List<Key> keys = new ArrayList<>();
    secrets
        .of(organization.value())
        .ifPresent(
            row -> {
              keys.add(open(organization, row.sealed()));
              if (row.former().length > 0
                  && clock.instant().isBefore(row.changedAt().plus(OVERLAP))) {
                keys.add(open(organization, row.former()));
              }
            });
    return keys;
  }

  private Key open(final OrganizationId organization, final byte[] sealed) {
    return new Key(sealer.open(organization, PURPOSE, sealed));
  }
}
