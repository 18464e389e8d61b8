package io.gatehouse.gate;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An effect without its payload, which may hold addresses. */
@Serdeable
@MappedEntity("effect")
public record EffectView(
    @Id UUID id,
    String reference,
    String kind,
    String state,
    int attempts,
    @Nullable String code,
    @Nullable String reason,
    @Nullable String providerId,
    Instant addedAt,
    @Nullable Instant startedAt,
    @Nullable Instant settledAt,
    @Nullable Instant expiresAt) {}
