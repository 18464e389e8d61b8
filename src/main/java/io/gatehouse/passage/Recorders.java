package io.gatehouse.passage;

import io.gatehouse.breaker.Breaker.Attempt;
import io.gatehouse.chat.Told;
import io.gatehouse.message.Handling;
import io.gatehouse.sweep.Fault;
import io.gatehouse.sweep.Guard;
import io.gatehouse.sweep.Recording;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what waits in the lines and has it recorded, several of different threads at once. */
@Singleton
class Recorders {

  private static final Logger LOG = LoggerFactory.getLogger(Recorders.class);

  private final Lines lines;
  private final Guard guard;
  private final Recording recording;
  private final Answers answers;
  private final PassageSettings settings;

  Recorders(
      final Lines lines,
      final Guard guard,
      final Recording recording,
      final Answers answers,
      final PassageSettings settings) {
    this.lines = lines;
    this.guard = guard;
    this.recording = recording;
    this.answers = answers;
    this.settings = settings;
  }

  @EventListener
  void onServerStart(final ServerStartupEvent event) {
    start();
  }

  void start() {
    for (int number = 0; number < settings.workers(); number++) {
      Thread.ofVirtual().name("passage-", number).start(this::run);
    }
  }

  @PreDestroy
  void stop() {
    lines.close();
  }

  private void run() {
    try {
      for (List<Ticket> taken = take(); !taken.isEmpty(); taken = take()) {
        deal(taken);
      }
    } catch (final InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Ticket> take() throws InterruptedException {
    return lines.take(settings.together());
  }

  /** Each is answered once this returns, whatever happens. */
  void deal(final List<Ticket> taken) {
    try {
      final Optional<Attempt> attempt = guard.admit();
      if (attempt.isPresent()) {
        record(taken, attempt.get());
      } else {
        taken.forEach(answers::unrecorded);
      }
    } catch (final RuntimeException | StackOverflowError unforeseen) {
      LOG.error(
          "answering {} messages failed with {}", taken.size(), unforeseen.getClass().getName());
    } finally {
      taken.forEach(lines::through);
    }
  }

  private void record(final List<Ticket> taken, final Attempt attempt) {
    final Optional<Fault> fault = tried(taken);
    if (fault.isEmpty()) {
      guard.succeeded(attempt);
    } else if (fault.get() == Fault.AWAY || taken.size() == 1) {
      guard.failed(attempt, fault.get(), taken.getFirst().asked());
      taken.forEach(answers::unrecorded);
    } else {
      oneByOne(taken, attempt);
    }
  }

  /** One of them fails; it must not take the others with it. */
  private void oneByOne(final List<Ticket> taken, final Attempt attempt) {
    Fault last = Fault.MESSAGE;
    for (final Ticket ticket : taken) {
      final Optional<Fault> fault = tried(List.of(ticket));
      if (fault.isEmpty()) {
        guard.succeeded(attempt);
      } else {
        answers.unrecorded(ticket);
        last = fault.get();
      }
    }
    guard.failed(attempt, last, taken.getLast().asked());
  }

  private Optional<Fault> tried(final List<Ticket> taken) {
    try {
      final List<Told> told =
          recording.record(taken.stream().map(Ticket::asked).toList(), Handling.SCREEN);
      for (int number = 0; number < taken.size(); number++) {
        answers.recorded(taken.get(number), told.get(number));
      }
      return Optional.empty();
    } catch (final RuntimeException | StackOverflowError failed) {
      final Fault fault = Fault.of(failed);
      LOG.warn(
          "{} messages not recorded: {}, {}", taken.size(), fault, failed.getClass().getName());
      return Optional.of(fault);
    }
  }
}
