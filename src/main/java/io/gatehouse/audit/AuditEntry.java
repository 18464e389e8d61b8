package io.gatehouse.audit;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A deed, as it is shown. */
@Serdeable
record AuditEntry(
    long id,
    Instant at,
    String actor,
    String action,
    String subject,
    @Nullable String reason,
    Map<String, String> details) {}
