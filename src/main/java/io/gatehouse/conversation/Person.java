package io.gatehouse.conversation;

import org.jspecify.annotations.Nullable;

/** A person as a registration or a payload describes them; nothing is normalised yet. */
public record Person(
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String language) {

  public static Person withEmail(final String email) {
    return new Person(null, email, null, null);
  }
}
