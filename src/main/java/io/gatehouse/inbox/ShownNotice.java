package io.gatehouse.inbox;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice in words.
 *
 * @param text plain, with a masked summary at most; whoever shows it as HTML escapes it
 */
@Serdeable
public record ShownNotice(
    UUID id,
    String kind,
    String text,
    Map<String, String> facts,
    @Nullable UUID conversationId,
    @Nullable UUID eventId,
    Instant postedAt,
    @Nullable Instant readAt,
    @Nullable String readBy) {}
