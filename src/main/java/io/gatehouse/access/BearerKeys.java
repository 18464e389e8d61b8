package io.gatehouse.access;

import io.gatehouse.base.Caller;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
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
        () -> CompletableFuture.supplyAsync(() -> authenticate(token), blocking));
  }

  /** Null, which the publisher turns into "nobody". */
  private @Nullable Authentication authenticate(final String token) {
    return keys.recognise(token).map(BearerKeys::authentication).orElse(null);
  }

  private static Authentication authentication(final Caller caller) {
    return Authentication.build(caller.name(), caller.roles(), Map.of(CALLER, caller));
  }
}
