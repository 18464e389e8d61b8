package io.gatehouse.carrier;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;

/** The connections to Twilio, which are kept open between requests; redirects are not followed. */
@Singleton
class Connections {

  private final Timeouts timeouts;
  private final HttpClient http;

  Connections(final Timeouts timeouts) {
    this.timeouts = timeouts;
    this.http = HttpClient.newBuilder().connectTimeout(timeouts.connect()).build();
  }

  HttpClient http() {
    return http;
  }

  Timeouts timeouts() {
    return timeouts;
  }

  @PreDestroy
  void stop() {
    http.shutdownNow();
  }
}
