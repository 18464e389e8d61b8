package io.gatehouse.events;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event with its text, as it is handed to the database. */
@Serdeable
record EventRow(
    UUID id,
    String organizationId,
    @Nullable UUID conversationId,
    String channel,
    String direction,
    String senderRole,
    @Nullable UUID senderId,
    String senderAddress,
    String handling,
    String decision,
    String step,
    PlanJson plan,
    double risk,
    int flagCount,
    String ruleSet,
    int settingsVersion,
    boolean truncated,
    String state,
    boolean wasBlocked,
    boolean antiPoachingFlagged,
    boolean spared,
    Map<String, String> envelope,
    Instant receivedAt,
    @Nullable OpinionJson moderation,
    String format,
    String text) {}
