package io.gatehouse.spamlog;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organization's log in figures (S2.10).
 *
 * @param latestDetection null when there is none
 */
@Introspected
@Serdeable
public record SpamStats(
    long totalDetections,
    long highRiskDetections,
    long blockedActions,
    @Nullable Instant latestDetection) {}
