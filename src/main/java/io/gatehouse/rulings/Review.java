package io.gatehouse.rulings;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** A person's word on a decision, as it was recorded. */
@Serdeable
@Introspected
public record Review(
    int version, String reviewer, String decision, String reason, Instant reviewedAt) {}
