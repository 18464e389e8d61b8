package io.gatehouse.effects;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Remembers what an owner would be told. */
@Singleton
final class Undone implements SettledListener {

  final List<Effect.State> told = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void undone(final Effect effect, final Effect.State state, final Outcome outcome) {
    told.add(state);
  }
}
