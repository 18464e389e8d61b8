package io.gatehouse.effects;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A provider that answers as told, done when told nothing, and remembers what it was asked. */
@Singleton
final class ScriptedHandler implements EffectHandler {

  static final String KIND = "test.scripted";

  final List<Effect> carriedOut = Collections.synchronizedList(new ArrayList<>());
  final List<Effect> reconciled = Collections.synchronizedList(new ArrayList<>());
  final List<Outcome> settled = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Function<Effect, Outcome>> answers = new ArrayDeque<>();
  private final Deque<Outcome> findings = new ArrayDeque<>();
  private final Deque<RuntimeException> settlingFailures = new ArrayDeque<>();

  ScriptedHandler answer(final Outcome outcome) {
    return answer(effect -> outcome);
  }

  ScriptedHandler answer(final Function<Effect, Outcome> answer) {
    answers.add(answer);
    return this;
  }

  ScriptedHandler find(final Outcome outcome) {
    findings.add(outcome);
    return this;
  }

  void failSettling(final int times, final RuntimeException failure) {
    settlingFailures.addAll(Collections.nCopies(times, failure));
  }

  void reset() {
    carriedOut.clear();
    reconciled.clear();
    settled.clear();
    answers.clear();
    findings.clear();
    settlingFailures.clear();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    carriedOut.add(effect);
    final Function<Effect, Outcome> answer = answers.poll();
    return answer == null
        ? new Outcome.Done("X-" + effect.reference().value())
        : answer.apply(effect);
  }

  @Override
  public Outcome reconcile(final Effect effect) {
    reconciled.add(effect);
    final Outcome finding = findings.poll();
    return finding == null ? EffectHandler.super.reconcile(effect) : finding;
  }

  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    final RuntimeException failure = settlingFailures.poll();
    if (failure != null) {
      throw failure;
    }
    settled.add(outcome);
  }
}
