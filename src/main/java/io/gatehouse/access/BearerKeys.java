package io.gatehouse.access;

import io.gatehouse.base.Caller;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Turns {@code Authorization: Bearer gh_…} into an authentication that carries the caller. */
@Singleton
class BearerKeys implements TokenValidator<HttpRequest<?>> {

  static final String CALLER = "caller";

  private final AccessKeys keys;
  private final Executor blocking;

  BearerKeys(final AccessKeys keys, @Named(TaskExecutors.BLOCKING) final ExecutorService blocking) {
    this.keys = keys;
    this.blocking = blocking;
  }

  @Override
  public Publisher<Authentication> validateToken(final String token, final HttpRequest<?> request) {
    return Publishers.fromCompletableFuture(
        () ->
            CompletableFuture.supplyAsync(() -> authenticate(token), blocking)
                .thenApplyAsync(Function.identity(), onward(request)));
  }

  /**
   * A handshake goes on where the connection is read: from any other thread the framework would
   * rebuild the channel while the first message comes in, and lose it.
   */
  private static Executor onward(final HttpRequest<?> request) {
    return request instanceof NettyHttpRequest<?> netty
            && request.getHeaders().contains(HttpHeaders.UPGRADE)
        ? netty.getChannelHandlerContext().executor()
        : Runnable::run;
  }

  /** Null, which the publisher turns into "nobody". */
  private @Nullable Authentication authenticate(final String token) {
    return keys.recognise(token).map(BearerKeys::authentication).orElse(null);
  }

  private static Authentication authentication(final Caller caller) {
    return Authentication.build(caller.name(), caller.roles(), Map.of(CALLER, caller));
  }
}
