package io.gatehouse.events;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("message_event")
record EventRow(
    @Id UUID id,
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
    @TypeDef(type = DataType.JSON) PlanJson plan,
    double risk,
    int flagCount,
    String ruleSet,
    int settingsVersion,
    boolean truncated,
    String state,
    boolean wasBlocked,
    boolean antiPoachingFlagged,
    boolean spared,
    @TypeDef(type = DataType.JSON) Map<String, String> envelope,
    Instant receivedAt) {}
