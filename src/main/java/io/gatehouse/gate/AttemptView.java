package io.gatehouse.gate;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An attempt as the owner sees it. */
@Serdeable
record AttemptView(
    String action,
    Instant openedAt,
    @Nullable Instant senderWarnedAt,
    @Nullable Instant adminAlertedAt,
    @Nullable Instant resolvedAt,
    @Nullable String resolvedBy,
    @Nullable String reason) {}
