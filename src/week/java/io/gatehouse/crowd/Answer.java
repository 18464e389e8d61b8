package io.gatehouse.crowd;

import java.util.Optional;

/**
 * What a frame says, as far as it matters here.
 *
 * @param id of the request, "" where the frame names none
 * @param action {@code error} for an error frame
 */
record Answer(String id, String action, boolean recorded) {

  static Answer read(final String frame) {
    return new Answer(
        text(frame, "request_id").orElse(""),
        text(frame, "action").orElse("error"),
        frame.contains("\"recorded\":true"));
  }

  boolean judged() {
    return !action.equals("error");
  }

  /** Reads a member without a parser: this must cost less than what it measures. */
  private static Optional<String> text(final String frame, final String name) {
    final int at = frame.indexOf("\"" + name + "\":\"");
    if (at < 0) {
      return Optional.empty();
    }
    final int start = at + name.length() + 4;
    return Optional.of(frame.substring(start, frame.indexOf('"', start)));
  }
}
