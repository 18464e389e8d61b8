package io.gatehouse.effects;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Reference;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code effect}, as far as carrying it out needs it.
 *
 * @param version what the row must still have for a step to count
 */
@MappedEntity("effect")
record EffectRow(
    @Id UUID id,
    long number,
    String reference,
    String organizationId,
    String lane,
    String kind,
    @Nullable UUID conversationId,
    @Nullable UUID eventId,
    @TypeDef(type = DataType.JSON) Map<String, String> payload,
    String state,
    int attempts,
    int checks,
    long version,
    @Nullable String outcomeCode,
    Instant addedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant notBefore) {

  /** A row to be inserted; number and reference are the database's to give. */
  static EffectRow of(final UUID id, final NewEffect effect, final Instant now) {
    return new EffectRow(
        id,
        0,
        "",
        effect.organization().value(),
        effect.lane().wire(),
        effect.kind(),
        effect.conversation(),
        effect.event(),
        effect.payload(),
        Effect.State.WAITING.wire(),
        0,
        0,
        1,
        null,
        now,
        effect.expires(),
        effect.notBefore());
  }

  Effect effect() {
    return new Effect(
        id,
        new OrganizationId(organizationId),
        laneOf(),
        kind,
        conversationId,
        eventId,
        new Reference(reference),
        payload,
        attempts,
        addedAt,
        outcomeCode);
  }

  Lane laneOf() {
    return Lane.valueOf(lane.toUpperCase(Locale.ROOT));
  }

  Effect.State stateOf() {
    return Effect.State.valueOf(state.toUpperCase(Locale.ROOT));
  }
}
