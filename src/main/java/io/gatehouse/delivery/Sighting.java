package io.gatehouse.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * A message as the provider has it.
 *
 * @param status the provider's word, see {@link SmsStatus}; others for messages that came in
 * @param errorCode empty when there is none
 * @param createdAt to the second, by the provider's clock
 * @param media how many files came with it
 */
public record Sighting(
    String sid,
    String from,
    String to,
    String body,
    String status,
    String errorCode,
    Optional<Instant> createdAt,
    int media) {

  /** Without text and numbers, so that it may be logged. */
  @Override
  public String toString() {
    return "Sighting[" + sid + " " + status + "]";
  }
}
