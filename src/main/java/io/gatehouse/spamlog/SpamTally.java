package io.gatehouse.spamlog;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** An organization's rows of some time (S2.11, S2.12). */
@Introspected
public record SpamTally(String organizationId, long detections, long highRisk, Instant latest) {}
