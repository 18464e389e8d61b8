package io.gatehouse.tracing;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One span a request. Of its address only the route is told, by the names of the semantic
 * conventions for HTTP: paths and queries hold phone numbers and links that open files.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(condition = Traced.class)
final class RequestSpans implements Ordered {

  private static final String SPAN = "gatehouse.span";

  private final Tracer tracer;

  RequestSpans(final Tracer tracer) {
    this.tracer = tracer;
  }

  @RequestFilter
  void begin(final HttpRequest<?> request, final MutablePropagatedContext context) {
    final Context before =
        W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), request, TraceHeaders.INSTANCE);
    final String method = request.getMethod().name();
    final Span span =
        tracer
            .spanBuilder(method)
            .setParent(before)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("http.request.method", method)
            .startSpan();
    route(request)
        .ifPresent(
            route -> span.updateName(method + " " + route).setAttribute("http.route", route));
    request.setAttribute(SPAN, span);
    context.add(new CurrentSpan(before.with(span)));
  }

  @ResponseFilter
  void end(final HttpRequest<?> request, final HttpResponse<?> response) {
    request.removeAttribute(SPAN, Span.class).ifPresent(span -> end(span, response));
  }

  /** As it is written in the code; none where the address leads nowhere. */
  private static Optional<String> route(final HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(UriRouteMatch.class::isInstance)
        .map(
            match -> ((UriRouteMatch<?, ?>) match).getRouteInfo().getUriMatchTemplate().toString());
  }

  private static void end(final Span span, final HttpResponse<?> response) {
    span.setAttribute("http.response.status_code", response.code());
    if (response.code() >= 500) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.TRACING.order();
  }

  /** Reads {@code traceparent} (W3C Trace Context). */
  private enum TraceHeaders implements TextMapGetter<HttpRequest<?>> {
    INSTANCE;

    @Override
    public Iterable<String> keys(final HttpRequest<?> request) {
      return request.getHeaders().names();
    }

    @Override
    public @Nullable String get(final @Nullable HttpRequest<?> request, final String name) {
      return request == null ? null : request.getHeaders().get(name);
    }
  }
}
