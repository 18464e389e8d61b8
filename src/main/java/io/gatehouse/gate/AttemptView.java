package io.gatehouse.gate;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

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
