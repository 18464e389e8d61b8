package io.gatehouse.intercept;

/** Requests as tests send them. */
final class Frames {

  private Frames() {}

  static String intercept(final String id, final String thread, final String content) {
    return frame("intercept", id, thread, "u-1", content);
  }

  static String preview(final String id, final String thread, final String content) {
    return frame("preview", id, thread, "u-1", content);
  }

  /** S3.4, with the same name for the request and its message. */
  static String frame(
      final String type,
      final String id,
      final String thread,
      final String user,
      final String content) {
    return """
        {"type":"%s","request_id":"%s","message":{"message_id":"%s","thread_id":"%s",
        "user_id":"%s","content":"%s","timestamp":"2026-03-02T14:30:00Z"}}
        """
        .formatted(type, id, id, thread, user, content);
  }
}
