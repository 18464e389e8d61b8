package io.gatehouse.telling;

import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is told together. A window opens with its first notice, which orders an effect; the
 * effect closes it when it begins and takes on all that waits there. What comes meanwhile opens the
 * window again, for an effect that begins five minutes after the former at the earliest.
 */
@Singleton
class Windows {

  /** At most one telling per occasion, way and address in this time. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  /** The rest of a burst is only counted. */
  private static final int NAMED = 20;

  private final TellingRepository tellings;
  private final Clock clock;

  Windows(final TellingRepository tellings, final Clock clock) {
    this.tellings = tellings;
    this.clock = clock;
  }

  /** What an effect is to do now. */
  sealed interface Turn {

    /** It comes too soon after the former one. */
    record Wait(Duration rest) implements Turn {}

    /**
     * It has taken some on.
     *
     * @param count how many of them are unread
     * @param newest the ids of the last of those
     */
    record Tell(int count, List<UUID> newest) implements Turn {}
  }

  /** Which windows of the occasion are open; they stay so until the transaction ends. */
  List<String> open(final Window any) {
    return tellings.open(any.organization().value(), any.occasion().wire());
  }

  /**
   * @return whether this opened it, so that an effect is to be ordered
   */
  boolean openNow(final Window window) {
    return tellings.openNow(
            window.organization().value(),
            window.occasion().wire(),
            window.way().wire(),
            window.address())
        > 0;
  }

  void add(final Window window, final List<UUID> notices) {
    tellings.add(
        window.organization().value(),
        window.occasion().wire(),
        window.way().wire(),
        window.address(),
        notices.stream().map(UUID::toString).toList());
  }

  /** Takes on what waits, unless it is too soon; an effect that did so before goes on with it. */
  @Transactional
  Turn take(final Effect effect, final Window window) {
    final String organization = window.organization().value();
    final String occasion = window.occasion().wire();
    final String way = window.way().wire();
    final @Nullable Instant told =
        tellings
            .hold(organization, occasion, way, window.address())
            .map(TellingRepository.Told::at)
            .orElse(null);
    if (tellings.hasTaken(effect.id())) {
      return takenBy(effect);
    }
    final Instant now = clock.instant();
    if (told != null && now.isBefore(told.plus(PAUSE))) {
      return new Turn.Wait(Duration.between(now, told.plus(PAUSE)));
    }
    tellings.take(effect.id(), organization, occasion, way, window.address());
    tellings.close(organization, occasion, way, window.address(), now);
    return takenBy(effect);
  }

  /** What an effect that has begun tells of. */
  Turn.Tell takenBy(final Effect effect) {
    return new Turn.Tell(tellings.unread(effect.id()), tellings.newest(effect.id(), NAMED));
  }

  /**
   * Joins the transaction that records an outcome. A parked effect keeps what it has taken on; one
   * that never began makes room, and what waited for it is told with the next news unless it is too
   * old.
   */
  void settled(final Effect effect, final Window window, final Outcome outcome) {
    switch (outcome) {
      case Outcome.Done done -> tellings.forget(effect.id());
      case Outcome.Refused refused -> {
        if (tellings.forget(effect.id()) == 0) {
          shut(window);
          giveUp(window);
        }
      }
      case Outcome.Later later -> makeRoom(effect, window);
      case Outcome.Stopped stopped -> makeRoom(effect, window);
      case Outcome.Wait wait -> {}
      case Outcome.Unknown unknown -> makeRoom(effect, window);
    }
  }

  private void makeRoom(final Effect effect, final Window window) {
    if (!tellings.hasTaken(effect.id())) {
      shut(window);
    }
  }

  private void shut(final Window window) {
    tellings.shut(
        window.organization().value(),
        window.occasion().wire(),
        window.way().wire(),
        window.address());
  }

  private void giveUp(final Window window) {
    tellings.giveUp(
        window.organization().value(),
        window.occasion().wire(),
        window.way().wire(),
        window.address());
  }
}
