package io.gatehouse.tenancy;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to an organization, as it is shown.
 *
 * @param id larger than that of what was done to it before
 * @param action flagged, suspended, extended, shortened or restored
 * @param moderator the name of a key, or gatehouse
 * @param moderatorKey null where no person acted
 * @param expiresAt when the suspension ends; null where there is none then, or one without an end
 */
@Serdeable
public record ModerationEntry(
    long id,
    String action,
    String previousStanding,
    String newStanding,
    String reason,
    String moderator,
    @Nullable UUID moderatorKey,
    Instant createdAt,
    @Nullable Instant expiresAt,
    Map<String, String> metadata) {}
