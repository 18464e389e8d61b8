package io.gatehouse.erpnext;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.gatehouse.effects.Effects;
import io.gatehouse.testkit.GatehouseTest;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Frappe waits 5 s for the answer to a webhook, then sends it again, and gives up after three. */
@GatehouseTest
@Property(name = "env.ERPNEXT_URL", value = StubSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = "k1")
@Property(name = "env.ERPNEXT_API_SECRET", value = "s1")
class HangingSiteTest {

  private static final String LEAK = "<p>Call <b>me</b> at 604-555-0143</p>";

  private final WireMockServer site = StubSite.ready();
  private final Webhooks webhooks;
  private final Effects effects;

  HangingSiteTest(final Webhooks webhooks, final Effects effects) {
    this.webhooks = webhooks;
    this.effects = effects;
  }

  @Test
  void a_webhook_is_answered_while_the_site_hangs()
      throws InterruptedException, ExecutionException, TimeoutException {
    leak("warm");
    site.resetAll();
    site.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(8_000)));
    final CompletableFuture<Void> posting = CompletableFuture.runAsync(effects::runDue);
    final long begun = System.nanoTime();
    leak("m1");
    final Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(posting.isDone()).isFalse();
    assertThat(took).isLessThan(Duration.ofSeconds(4));
    posting.get(1, TimeUnit.MINUTES);
  }

  private void leak(final String name) {
    assertThat(webhooks.send(Documents.communication(name, "Received", "ann@mail.ca", LEAK)).body())
        .contains("\"flagged\":true");
  }
}
