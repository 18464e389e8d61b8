package io.gatehouse.model;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** Why there is no opinion of the model; {@code model/doubts.properties} says it to people. */
public enum Doubt {
  /** None is configured. */
  OFF,
  /** The text takes more windows than are worth asking about (B53). */
  TOO_LONG,
  /** The organization's tokens of today are used up. */
  SPENT,
  /** It failed so often in a row that it is not asked for a while. */
  RESTING,
  UNREACHABLE,
  TIMED_OUT,
  /** 429. */
  BUSY,
  /** 408 or 5xx. */
  FAILED,
  /** Any other status: the key, the name of the model or the form of the question is wrong. */
  REFUSED,
  /** The answer broke off, is too big, or is no JSON of the protocol. */
  BROKEN,
  /** The answer reached the limit of tokens. */
  CUT_OFF,
  /** The model says that it will not. */
  DECLINED,
  /** What it said is not exactly one object of the form that was asked for (B54). */
  OTHER_FORM,
  /** What it said was not written for this question: an echo of the text, for example (B54). */
  NOT_OURS;

  private static final Properties TEXTS = read("/model/doubts.properties");

  /** The name used in figures. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A reason for people, such as "model: timed out". */
  public String text() {
    return Objects.requireNonNull(TEXTS.getProperty(wire()), wire());
  }

  /** Whether the server, rather than this one answer of it, is in trouble. */
  boolean ofServer() {
    return this == UNREACHABLE
        || this == TIMED_OUT
        || this == BUSY
        || this == FAILED
        || this == REFUSED
        || this == BROKEN;
  }

  /** Whether asking the same again a little later may help. */
  public boolean passing() {
    return this == UNREACHABLE || this == TIMED_OUT || this == BUSY || this == FAILED;
  }

  private static Properties read(final String file) {
    final var texts = new Properties();
    try (var stream = Objects.requireNonNull(Doubt.class.getResourceAsStream(file), file)) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return texts;
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
