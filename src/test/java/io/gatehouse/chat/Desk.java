package io.gatehouse.chat;

import io.gatehouse.base.Caller;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** An organization's owner at work, for tests. */
@Singleton
final class Desk {

  private final Api api;
  private final Keys keys;

  Desk(final Api api, final Keys keys) {
    this.api = api;
    this.keys = keys;
  }

  int release(final UUID event) {
    return post("/api/messages/events/" + event + "/force-send", "{\"reason\":\"the vet's own\"}");
  }

  int dismiss(final UUID event) {
    return post(
        "/api/messages/events/" + event + "/dismiss",
        "{\"verdict\":\"false_alarm\",\"reason\":\"a landmark\"}");
  }

  int suspend(final String pair) {
    return post("/api/pairs/" + pair + "/suspend", "{\"days\":3,\"reason\":\"third time\"}");
  }

  String get(final String path) {
    return api.get(path, key()).body();
  }

  int choose(final String settings) {
    return api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + key())
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString(settings)))
        .statusCode();
  }

  private int post(final String path, final String json) {
    return api.post(path, key(), json).statusCode();
  }

  private String key() {
    return keys.with(Caller.OWNER);
  }
}
