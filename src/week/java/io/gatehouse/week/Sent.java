package io.gatehouse.week;

import java.time.Instant;

/** A message the simulated Twilio has taken. */
final class Sent {

  final String sid;
  final String from;
  final String to;
  final String body;
  final String callback;
  final Instant at;
  private String status = "queued";
  private int error;

  Sent(
      final String sid,
      final String from,
      final String to,
      final String body,
      final String callback,
      final Instant at) {
    this.sid = sid;
    this.from = from;
    this.to = to;
    this.body = body;
    this.callback = callback;
    this.at = at;
  }

  synchronized void become(final String next, final int code) {
    status = next;
    error = code;
  }

  synchronized String status() {
    return status;
  }

  synchronized int error() {
    return error;
  }

  /** Whether the recipient never saw it. */
  boolean failed() {
    return status().equals("undelivered") || status().equals("failed");
  }
}
