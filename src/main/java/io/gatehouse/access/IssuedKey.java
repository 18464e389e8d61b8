package io.gatehouse.access;

import io.micronaut.serde.annotation.Serdeable;
import java.util.SortedSet;
import java.util.UUID;

/**
 * A new key.
 *
 * @param key shown this once
 */
@Serdeable
record IssuedKey(UUID id, String name, SortedSet<String> roles, String key) {

  @Override
  public String toString() {
    return "IssuedKey[" + id + "]";
  }
}
