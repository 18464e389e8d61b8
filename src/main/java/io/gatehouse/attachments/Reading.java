package io.gatehouse.attachments;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What could be read in a file.
 *
 * @param text all of it, to be screened as if it had been written
 * @param whole whether the file was looked into wholly; what was not may hold anything
 */
public record Reading(String text, boolean whole) {

  /** Nothing can be said about it. */
  public static final Reading BLIND = new Reading("", false);

  /** What was read in several, a line each; whole when each is. */
  public static Reading all(final List<Reading> parts) {
    return new Reading(
        parts.stream()
            .map(Reading::text)
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining("\n")),
        parts.stream().allMatch(Reading::whole));
  }
}
