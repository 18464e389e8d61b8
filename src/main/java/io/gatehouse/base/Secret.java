package io.gatehouse.base;

/** A value that must never be printed: {@code toString} hides it, only {@link #reveal} shows it. */
public record Secret(String reveal) {

  public Secret {
    if (reveal.isBlank()) {
      throw new IllegalArgumentException("a secret must not be blank");
    }
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
