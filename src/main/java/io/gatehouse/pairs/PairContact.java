package io.gatehouse.pairs;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * A contact that is no leak between a client and a provider.
 *
 * @param kind phone, email or domain
 * @param value in the form lists are compared in: E.164, lower case, IDNA
 * @param eventId the message it was found in
 */
@Serdeable
@MappedEntity("pair_contact")
public record PairContact(
    @Id UUID id,
    UUID clientId,
    UUID providerId,
    String kind,
    String value,
    UUID eventId,
    String allowedBy,
    String reason,
    Instant allowedAt) {}
