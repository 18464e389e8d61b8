package io.gatehouse.relay;

import io.gatehouse.base.Role;
import java.util.UUID;

/** What a sender means by writing to a number: a conversation and the part played in it. */
public record Route(UUID conversation, Role role) {}
