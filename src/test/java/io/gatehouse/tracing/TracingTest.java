package io.gatehouse.tracing;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.gatehouse.gate.Talk;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestDatabase;
import io.gatehouse.testkit.TestDatasource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracingTest {

  private static final String PARENT = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String THREAD = "BatchSpanProcessor";

  private final WireMockServer collector =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  @BeforeEach
  void start() {
    collector.start();
    collector.stubFor(post(anyUrl()).willReturn(ok()));
  }

  @AfterEach
  void stop() {
    collector.stop();
  }

  @Test
  void a_request_and_its_message_are_told_without_what_was_said_or_by_whom() {
    try (EmbeddedServer server = server(Map.of("env.OTEL_EXPORTER_OTLP_ENDPOINT", address()))) {
      final ApplicationContext context = server.getApplicationContext();
      context.getBean(Tables.class).clear();
      final Api api = context.getBean(Api.class);
      final String key = context.getBean(Keys.class).with("owner");
      api.send(
          api.request("/api/conversations/604-555-0199?channel=sms&secret=hidden")
              .header("Authorization", "Bearer " + key)
              .header("traceparent", "00-" + PARENT + "-00f067aa0ba902b7-01")
              .header("User-Agent", "agent-of-ann")
              .GET());
      api.get("/nowhere/604-555-0143", key);
      screen(context);
      assertThat(sent(context))
          .contains("GET /api/conversations/{externalRef}", "http.response.status_code")
          .contains("screen", "gatehouse.decision", "sms")
          .doesNotContain("604-555", "hidden", "agent-of-ann", key, "127.0.0.1");
    }
  }

  @Test
  void nothing_is_made_where_nobody_takes_traces() {
    final Set<Thread> before = exporting();
    try (EmbeddedServer server = server(Map.of())) {
      final ApplicationContext context = server.getApplicationContext();
      final Api api = context.getBean(Api.class);
      assertThat(api.send(api.request("/webhooks/gatehouse").GET()).statusCode()).isEqualTo(200);
      assertThat(context.findBean(Tracer.class)).isEmpty();
      assertThat(context.findBean(RequestSpans.class)).isEmpty();
      assertThat(before).containsAll(exporting());
      collector.verify(0, postRequestedFor(anyUrl()));
    }
  }

  @Test
  void a_collector_that_is_away_holds_nobody_up() {
    final String away = address();
    collector.stop();
    try (EmbeddedServer server = server(Map.of("env.OTEL_EXPORTER_OTLP_ENDPOINT", away))) {
      final Api api = server.getApplicationContext().getBean(Api.class);
      assertThat(api.send(api.request("/webhooks/gatehouse").GET()).statusCode()).isEqualTo(200);
    }
  }

  /** Those of a server that was stopped a moment ago may still be there. */
  private static Set<Thread> exporting() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains(THREAD))
        .collect(Collectors.toSet());
  }

  private static void screen(final ApplicationContext context) {
    final Talk talk = context.getBean(Talk.class);
    context
        .getBean(ScreeningSpans.class)
        .screened(talk.says(talk.walk("W-1"), Talk.LEAK), Duration.ofMillis(9));
  }

  /** The spans as they went, names and texts readable as in any protobuf. */
  private String sent(final ApplicationContext context) {
    assertThat(
            context
                .getBean(SdkTracerProvider.class)
                .forceFlush()
                .join(10, TimeUnit.SECONDS)
                .isSuccess())
        .isTrue();
    return collector.findAll(postRequestedFor(urlEqualTo("/v1/traces"))).stream()
        .map(request -> new String(request.getBody(), StandardCharsets.ISO_8859_1))
        .collect(Collectors.joining());
  }

  private String address() {
    return "http://localhost:" + collector.port();
  }

  private static EmbeddedServer server(final Map<String, Object> more) {
    final Map<String, Object> properties =
        new HashMap<>(TestDatasource.properties(TestDatabase.url().jdbc()));
    properties.putAll(more);
    return ApplicationContext.run(EmbeddedServer.class, properties, "test");
  }
}
