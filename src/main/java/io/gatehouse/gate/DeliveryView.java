package io.gatehouse.gate;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text message that went out because of an event, as far as its carrier says what became of it.
 *
 * @param effectId which effect sent it
 * @param providerId the carrier's name for it, once it has one
 * @param state planned, attempted or refused, else the carrier's own word: sent, delivered …
 * @param code why not, where the carrier says so
 * @param segments what it is paid for
 * @param changedAt when it was heard of last
 */
@Serdeable
@MappedEntity("sms_delivery")
public record DeliveryView(
    @Id UUID effectId,
    @Nullable String providerId,
    String state,
    @Nullable String code,
    String encoding,
    int segments,
    Instant changedAt) {}
