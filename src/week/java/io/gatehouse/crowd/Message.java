package io.gatehouse.crowd;

/**
 * A message on its way; the number in its thread tells its place there.
 *
 * @param id its name, and that of the request
 * @param leak whether it gives away a number
 */
record Message(String id, int thread, int place, String user, String text, boolean leak) {

  String frame() {
    return "{\"type\":\"intercept\",\"request_id\":\""
        + id
        + "\",\"message\":{\"message_id\":\""
        + id
        + "\",\"thread_id\":\"thread-"
        + thread
        + "\",\"user_id\":\""
        + user
        + "\",\"content\":\""
        + text
        + "\",\"timestamp\":\"2026-11-21T12:00:00Z\"}}";
  }
}
