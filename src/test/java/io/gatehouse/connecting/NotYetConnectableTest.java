package io.gatehouse.connecting;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import org.junit.jupiter.api.Test;

/** What is missing is named before anybody is asked. */
@GatehouseTest
class NotYetConnectableTest {

  private final Api api;
  private final Keys keys;

  NotYetConnectableTest(final Api api, final Keys keys) {
    this.api = api;
    this.keys = keys;
  }

  @Test
  void without_a_public_address_there_is_nothing_to_tell_twilio() {
    final var answer = api.get("/api/connect/twilio", keys.with("owner"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("no_public_url", "PUBLIC_URL");
    assertThat(api.post("/api/connect/twilio", keys.with("owner"), "{\"all\":true}").statusCode())
        .isEqualTo(409);
  }
}
