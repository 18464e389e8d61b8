package io.gatehouse.relay;

import io.gatehouse.base.Role;
import java.util.UUID;

/**
 * What a sender means by writing to a number: a conversation and the part played in it.
 *
 * @param late true when the conversation is over, or uses the number no more: what comes is the
 *     owner's to read and nobody else's
 */
public record Route(UUID conversation, Role role, boolean late) {}
