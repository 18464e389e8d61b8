package io.gatehouse.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** ERPNext does not answer; text messages leave all the same, in the background as ever. */
@NullUnmarked
@Property(name = "gatehouse.effects.workers", value = "true")
class HangingSiteTest extends LiveSmsTest {

  private static final String ALWAYS_ALERT =
      "{\"rules\":[{\"channel\":\"sms\",\"mode\":\"strict\",\"alerting\":\"always\"}]}";

  private final CountDownLatch asked = new CountDownLatch(1);
  private final WireMockServer site = new WireMockServer(0);

  @Inject Api api;
  @Inject Keys keys;

  @Override
  public Map<String, String> getProperties() {
    site.start();
    site.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(8_000)));
    // Heard before it is answered, which takes longer than the test.
    site.addMockServiceRequestListener((request, response) -> asked.countDown());
    final Map<String, String> properties = new HashMap<>(super.getProperties());
    properties.put("env.ERPNEXT_URL", site.baseUrl());
    properties.put("env.ERPNEXT_API_KEY", "k1");
    properties.put("env.ERPNEXT_API_SECRET", "s1");
    return properties;
  }

  @AfterAll
  void stop() {
    site.stop();
  }

  @Test
  void a_site_that_hangs_holds_up_no_text_message() throws InterruptedException {
    alertAlways();
    receive("SM1", CLIENT, LEAK);
    assertThat(twilio.messages().awaits(1, Duration.ofSeconds(5))).isTrue();
    assertThat(asked.await(7, TimeUnit.SECONDS)).isTrue();
    assertThat(tables.one("select state from effect where lane = 'erpnext'")).isEqualTo("running");
  }

  private void alertAlways() {
    final var answer =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + keys.with("owner"))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString(ALWAYS_ALERT)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
