package io.gatehouse.week;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Hands messages to the gateway as Twilio does: in order within a conversation, many conversations
 * at once, some twice at the same moment, and some not at all, which then stand in Twilio's list
 * only.
 */
final class Street {

  private static final int TRIES = 4;
  private static final long BETWEEN_TRIES_MILLIS = 1_500;

  private final Gateway gateway;
  private final SimulatedTwilio twilio;
  private final Plan plan;
  private final Set<Written> outOfTurn = ConcurrentHashMap.newKeySet();

  /** Something that happens in the middle of a day. */
  interface Incident {
    void happen() throws Exception;
  }

  Street(final Gateway gateway, final SimulatedTwilio twilio, final Plan plan) {
    this.gateway = gateway;
    this.twilio = twilio;
    this.plan = plan;
  }

  /** Messages that reached the gateway by the list, or may have: theirs is no order. */
  Set<Written> outOfTurn() {
    return outOfTurn;
  }

  void live(final List<Written> day, final Incident incident) throws Exception {
    final Map<Integer, List<Written>> bySender =
        day.stream()
            .collect(
                Collectors.groupingBy(
                    one -> Math.floorMod(one.thread().ref().hashCode(), plan.senders())));
    final var half = new CountDownLatch(day.size() / 2);
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      final List<Future<?>> walks =
          bySender.entrySet().stream()
              .<Future<?>>map(
                  entry -> senders.submit(() -> walk(entry.getKey(), entry.getValue(), half)))
              .toList();
      half.await();
      incident.happen();
      for (final Future<?> walk : walks) {
        walk.get();
      }
    }
  }

  private void walk(final int sender, final List<Written> messages, final CountDownLatch half) {
    final Random chance = new Random(plan.seed() * 31 + sender + messages.getFirst().number());
    for (final Written one : messages) {
      twilio.received(one);
      if (chance.nextInt(100) == 0) {
        outOfTurn.add(one);
      } else {
        hand(one, chance.nextInt(20) == 0);
      }
      half.countDown();
    }
  }

  private void hand(final Written one, final boolean twice) {
    final Thread copy = Thread.ofVirtual().unstarted(() -> gateway.hears(one));
    if (twice) {
      copy.start();
    }
    boolean heard = gateway.hears(one);
    for (int tries = 1; tries < TRIES && !heard; tries++) {
      outOfTurn.add(one);
      pause();
      heard = gateway.hears(one);
    }
    join(copy);
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_TRIES_MILLIS);
    } catch (final InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(final Thread copy) {
    try {
      copy.join();
    } catch (final InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
