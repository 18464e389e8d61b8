package io.gatehouse.conversation;

import io.gatehouse.base.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in conversations.
 *
 * @param email in lower case
 * @param phone in E.164
 * @param language ISO 639
 */
public record Participant(
    UUID id,
    Role role,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String language) {

  boolean hasEmail(final String address) {
    return address.equalsIgnoreCase(email);
  }
}
