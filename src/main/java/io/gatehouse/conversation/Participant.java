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
 * @param userId how a chat application calls them
 */
public record Participant(
    UUID id,
    Role role,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String language,
    @Nullable String userId) {

  boolean hasEmail(final String address) {
    return address.equalsIgnoreCase(email);
  }
}
