package io.gatehouse.access;

import io.gatehouse.access.SuspendedKeys.Suspension;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Turns {@code Authorization: Bearer gh_…} into an authentication that carries the caller. */
@Singleton
class BearerKeys implements TokenValidator<HttpRequest<?>> {

  static final String CALLER = "caller";

  private final SharedLookups<String, Optional<AccessKeys.Proof>> callers;
  private final Executor blocking;

  BearerKeys(final AccessKeys keys, @Named(TaskExecutors.BLOCKING) final ExecutorService blocking) {
    this.callers = new SharedLookups<>(keys::recognise, blocking);
    this.blocking = blocking;
  }

  @Override
  public Publisher<Authentication> validateToken(final String token, final HttpRequest<?> request) {
    return Publishers.fromCompletableFuture(
        () -> callers.get(token).thenApplyAsync(BearerKeys::authentication, onward(request)));
  }

  /**
   * A handshake goes on where the connection is read: from any other thread the framework would
   * rebuild the channel while the first message comes in, and lose it.
   */
  private Executor onward(final HttpRequest<?> request) {
    return request instanceof NettyHttpRequest<?> netty
            && request.getHeaders().contains(HttpHeaders.UPGRADE)
        ? netty.getChannelHandlerContext().executor()
        : blocking;
  }

  /** Null, which the publisher turns into "nobody". */
  private static @Nullable Authentication authentication(final Optional<AccessKeys.Proof> known) {
    return known.map(BearerKeys::authentication).orElse(null);
  }

  private static Authentication authentication(final AccessKeys.Proof proof) {
    final Caller caller = proof.caller();
    final Map<String, Object> attributes = new HashMap<>(Map.of(CALLER, caller));
    proof.suspension().ifPresent(suspension -> attributes.put(Suspension.NAME, suspension));
    return Authentication.build(caller.name(), caller.roles(), attributes);
  }
}
