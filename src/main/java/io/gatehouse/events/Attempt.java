package io.gatehouse.events;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A leak that was warned of or blocked, as its owner sees it. */
@Serdeable
public record Attempt(
    String action,
    Instant openedAt,
    @Nullable Instant senderWarnedAt,
    @Nullable Instant adminAlertedAt,
    @Nullable Instant resolvedAt,
    @Nullable String resolvedBy,
    @Nullable String reason) {}
