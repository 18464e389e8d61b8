package io.gatehouse.tracing;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** Makes the request's span the current one on whichever thread works for it. */
record CurrentSpan(Context context) implements ThreadPropagatedContextElement<Scope> {

  /** Closed by {@link #restoreThreadContext}. */
  @Override
  @SuppressWarnings("MustBeClosedChecker")
  public Scope updateThreadContext() {
    return context.makeCurrent();
  }

  @Override
  public void restoreThreadContext(final Scope former) {
    former.close();
  }
}
