package io.gatehouse.relay;

import io.gatehouse.base.Problem;
import io.gatehouse.relay.RouteRepository.Cooling;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places in which a number stands for somebody to a phone, each for one conversation at most.
 * Two transactions that want the same place wait for each other, and the later one goes on to the
 * next number.
 */
@Singleton
class Places {

  private final RouteRepository routes;
  private final Clock clock;

  Places(final RouteRepository routes, final Clock clock) {
    this.routes = routes;
    this.clock = clock;
  }

  /** The numbers of the pool that a seat may have, the best first. */
  List<String> inPool(final Seat seat) {
    return routes.candidates(
        seat.organization().value(),
        seat.conversation(),
        seat.phone(),
        seat.participant(),
        seat.other(),
        clock.instant());
  }

  /** The number a seat has had until now, if any. */
  List<String> present(final Seat seat) {
    return routes.present(seat.conversation(), seat.participant(), seat.phone());
  }

  /**
   * @return whether one of the numbers is the seat's from now on
   */
  boolean take(final Seat seat, final List<String> numbers) {
    return numbers.stream().anyMatch(number -> take(seat, number));
  }

  private boolean take(final Seat seat, final String number) {
    return routes.take(
            seat.organization().value(),
            number,
            seat.phone(),
            seat.conversation(),
            seat.role().wire(),
            seat.participant(),
            seat.other(),
            seat.coolingUntil(),
            clock.instant())
        == 1;
  }

  /**
   * Every number stands for somebody else to these phones already. One more number is enough for
   * both sides of a conversation, since it is new to each.
   */
  Problem exhausted(final List<Seat> stuck) {
    final List<Cooling> cooling =
        stuck.stream()
            .map(seat -> routes.cooling(seat.organization().value(), seat.phone(), clock.instant()))
            .toList();
    final boolean waitingHelps = cooling.stream().allMatch(phone -> phone.freeAt() != null);
    final var problem =
        Problem.conflict("pool_exhausted", advice(stuck, waitingHelps))
            .with("missing", 1)
            .with("cooling", cooling.stream().mapToLong(Cooling::count).sum())
            .with("roles", stuck.stream().map(seat -> seat.role().wire()).toList());
    return waitingHelps ? problem.with("free_at", freeAt(cooling).toString()) : problem;
  }

  private static Instant freeAt(final List<Cooling> cooling) {
    return cooling.stream()
        .flatMap(phone -> Stream.ofNullable(phone.freeAt()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static String advice(final List<Seat> stuck, final boolean waitingHelps) {
    final String who =
        stuck.stream()
            .map(seat -> "the " + seat.role().wire())
            .collect(Collectors.joining(" and "));
    return "No relay number is free for one more conversation of "
        + who
        + ". Add a number with POST /api/relay-numbers, or close a conversation that is over"
        + (waitingHelps ? ", or wait until a number has cooled down." : ".");
  }
}
