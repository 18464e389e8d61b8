package io.gatehouse.frames;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.chat.Asked;
import org.jspecify.annotations.Nullable;

/** What an application wants. */
public sealed interface Request {

  /** Its name for the request, echoed as it came; null where it gave none. */
  @Nullable JsonNode requestId();

  /** Whether a message may be delivered (S3.4). */
  record Intercept(@Nullable JsonNode requestId, Asked message) implements Request {}

  /** The same while it is still being written: nothing is kept of it. */
  record Preview(@Nullable JsonNode requestId, Asked message) implements Request {}

  /** Whether we are there, from programs that cannot send a protocol's own ping. */
  record Ping(@Nullable JsonNode requestId) implements Request {}
}
