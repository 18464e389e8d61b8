package io.gatehouse.rulings;

import io.gatehouse.base.Problem;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What was decided on.
 *
 * @param kind {@link #MESSAGE}, or a word of the system it belongs to: post, comment, profile …
 * @param id what that system calls it
 */
public record Source(String kind, String id) {

  /** A message of ours; its id is the event's. */
  public static final String MESSAGE = "message";

  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final int LONGEST_ID = 200;

  /**
   * @throws Problem 400 when one of the two has another form
   */
  public Source {
    if (!isKind(kind)) {
      throw Problem.badRequest(
          "source_kind",
          "A kind of source is one word of at most 32 lower-case letters, digits and underscores.");
    }
    if (!isId(id)) {
      throw Problem.badRequest(
          "source_id", "A source's id is one line of 1 to " + LONGEST_ID + " characters.");
    }
  }

  public static Source message(final UUID event) {
    return new Source(MESSAGE, event.toString());
  }

  public static boolean isKind(final String text) {
    return KIND.matcher(text).matches();
  }

  public static boolean isId(final String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_ID
        && text.codePoints().noneMatch(Source::unstorable);
  }

  public boolean isMessage() {
    return kind.equals(MESSAGE);
  }

  /** The message it is, where it is one of ours. */
  public Optional<UUID> event() {
    return isMessage() ? uuid() : Optional.empty();
  }

  /** In the form it is shown in: two names of one event would be two sources. */
  private Optional<UUID> uuid() {
    try {
      return Optional.of(UUID.fromString(id)).filter(event -> event.toString().equals(id));
    } catch (final IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static boolean unstorable(final int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
