package io.gatehouse.delivery;

import java.util.Optional;
import java.util.UUID;

/**
 * What a provider says about a message, unasked or asked.
 *
 * @param order the effect's id that rode along with the message, if it came back
 * @param sid the provider's name for it
 * @param errorCode why it failed, or empty
 */
public record StatusReport(Optional<UUID> order, String sid, SmsStatus status, String errorCode) {}
