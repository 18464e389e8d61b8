package io.gatehouse.gate;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier says became of a message after it took it.
 *
 * @param providerId the carrier's name for it
 * @param state in the carrier's words: sent, delivered, undelivered …
 * @param code why not, where it says so
 * @param at when it was heard last
 */
@Serdeable
public record DeliveryView(
    String providerId, String state, @Nullable String code, @Nullable String reason, Instant at) {}
