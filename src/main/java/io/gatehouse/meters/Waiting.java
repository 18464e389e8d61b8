package io.gatehouse.meters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waited in the database when it was last looked at. */
record Waiting(List<WaitingRepository.Effects> effects, long unread) {

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
