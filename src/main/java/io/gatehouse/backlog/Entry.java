package io.gatehouse.backlog;

import io.gatehouse.chat.Asked;
import io.gatehouse.message.Handling;
import java.time.Instant;
import java.util.UUID;

/**
 * A message that was answered before it was recorded.
 *
 * @param id ours; the message's own name recognises a repeat
 * @param handling how it is to be recorded, which follows from what was answered
 * @param at when it was answered
 */
public record Entry(UUID id, Asked asked, Handling handling, Instant at) {}
