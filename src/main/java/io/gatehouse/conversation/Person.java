package io.gatehouse.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A person as a registration or a payload describes them; nothing is normalised yet.
 *
 * @param userId how a chat application calls them
 */
public record Person(
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String language,
    @Nullable String userId) {

  /** Somebody of whom no application speaks. */
  public Person(
      final @Nullable String name,
      final @Nullable String email,
      final @Nullable String phone,
      final @Nullable String language) {
    this(name, email, phone, language, null);
  }

  public static Person withEmail(final String email) {
    return new Person(null, email, null, null);
  }

  public static Person withUserId(final String userId) {
    return new Person(null, null, null, null, userId);
  }

  /** Whether there is nothing to know them by another time. */
  boolean nameless() {
    return email == null && phone == null && userId == null;
  }
}
