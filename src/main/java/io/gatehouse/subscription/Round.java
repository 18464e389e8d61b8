package io.gatehouse.subscription;

import io.gatehouse.effects.Outcome;
import io.gatehouse.feed.Handed;
import io.gatehouse.feed.Item;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Items on their way to one address. What is refused stops its thread alone; where nobody answers,
 * or the time is up, no further post is begun.
 */
final class Round {

  /** With one more post this stays below what an outlet may take. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final String GONE = "http_410";

  private final Function<Item, Outcome> post;
  private final long begun = System.nanoTime();
  private final AtomicReference<@Nullable Outcome> trouble = new AtomicReference<>();
  private volatile boolean over;

  Round(final Function<Item, Outcome> post) {
    this.post = post;
  }

  /** Whether it certainly arrived. */
  boolean post(final Item item) {
    if (over || System.nanoTime() - begun > LONGEST.toNanos()) {
      return false;
    }
    final Outcome outcome = post.apply(item);
    if (outcome instanceof Outcome.Done) {
      return true;
    }
    trouble.compareAndSet(null, outcome);
    if (ends(outcome)) {
      trouble.set(outcome);
      over = true;
    }
    return false;
  }

  private static boolean ends(final Outcome outcome) {
    return !code(outcome).startsWith("http_") || lasting(outcome);
  }

  /** RFC 9110 §15.5.11, and so says Standard Webhooks: it wants no more. */
  private static boolean lasting(final Outcome outcome) {
    return code(outcome).equals(GONE);
  }

  /** How it went, given how many have arrived from the first on. */
  Handed outcome(final int arrived, final int all) {
    final Outcome reason = trouble.get();
    if (arrived == all || reason == null) {
      // Without a reason the time was up, and the next round goes on at once.
      return new Handed(arrived, Optional.empty(), Optional.empty());
    }
    final Handed handed =
        lasting(reason) ? Handed.over(arrived, code(reason)) : Handed.only(arrived, code(reason));
    return reason instanceof final Outcome.Later later && later.after() != null
        ? handed.after(later.after())
        : handed;
  }

  private static String code(final Outcome outcome) {
    return switch (outcome) {
      case Outcome.Later later -> later.code();
      case Outcome.Refused refused -> refused.code();
      case Outcome.Done done -> "done";
      case Outcome.Stopped stopped -> "stopped";
      case Outcome.Wait wait -> "wait";
      case Outcome.Unknown unknown -> "unknown";
    };
  }
}
