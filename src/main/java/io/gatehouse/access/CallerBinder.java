package io.gatehouse.access;

import io.gatehouse.base.Caller;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets a controller take the {@link Caller} as an argument. */
@Singleton
class CallerBinder implements TypedRequestArgumentBinder<Caller> {

  @Override
  public Argument<Caller> argumentType() {
    return Argument.of(Caller.class);
  }

  @Override
  public BindingResult<Caller> bind(
      final ArgumentConversionContext<Caller> context, final HttpRequest<?> request) {
    final Optional<Caller> caller = Callers.of(request);
    return () -> caller;
  }
}
