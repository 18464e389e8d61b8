package io.gatehouse.meters;

import io.gatehouse.handover.FeedHealth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waited in the database when it was last looked at. */
record Waiting(List<WaitingRepository.Effects> effects, long unread, FeedHealth.Flow feed) {

  /**
   * How far the farthest behind of a kind of outlet is: their names hold those of organizations,
   * which are no labels.
   */
  double feedLag(final Outlets kind) {
    return feed.outlets().stream()
        .filter(lag -> kind == Outlets.of(lag.outlet()))
        .mapToDouble(lag -> lag.lag().toMillis() / 1000.0)
        .max()
        .orElse(0);
  }

  long feedStopped() {
    return feed.outlets().stream().filter(FeedHealth.Lag::stopped).count();
  }

  double number(final String lane, final String state) {
    return of(lane, state).map(WaitingRepository.Effects::number).orElse(0L);
  }

  Optional<Instant> oldest(final String lane, final String state) {
    return of(lane, state).map(WaitingRepository.Effects::oldest);
  }

  private Optional<WaitingRepository.Effects> of(final String lane, final String state) {
    return effects.stream()
        .filter(some -> some.lane().equals(lane) && some.state().equals(state))
        .findFirst();
  }
}
