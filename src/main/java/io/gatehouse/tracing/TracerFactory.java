package io.gatehouse.tracing;

import io.gatehouse.base.Environment;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.inject.Singleton;
import java.net.URI;

/** Makes what sends spans, in batches and from a thread of its own. */
@Factory
@Requires(condition = Traced.class)
final class TracerFactory {

  /** OpenTelemetry's protocol exporter specification: appended to the general endpoint. */
  private static final String PATH = "/v1/traces";

  /**
   * Whether a trace is kept follows from its id, so that all parts of it agree, and nobody outside
   * decides how much is sent.
   */
  @Singleton
  @Bean(preDestroy = "close")
  SdkTracerProvider provider(
      final Environment environment, @Value("${gatehouse.tracing.share}") final double share) {
    final URI endpoint = environment.watching().traces().orElseThrow();
    final OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(endpoint + PATH).build();
    return SdkTracerProvider.builder()
        .setResource(
            Resource.builder().put(AttributeKey.stringKey("service.name"), "gatehouse").build())
        .setSampler(Sampler.traceIdRatioBased(share))
        .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
        .build();
  }

  @Singleton
  Tracer tracer(final SdkTracerProvider provider) {
    return provider.get("gatehouse");
  }
}
