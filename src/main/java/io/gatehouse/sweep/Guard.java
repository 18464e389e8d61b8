package io.gatehouse.sweep;

import io.gatehouse.base.Environment;
import io.gatehouse.breaker.Breaker;
import io.gatehouse.breaker.Breaker.Attempt;
import io.gatehouse.breaker.Breaker.State;
import io.gatehouse.chat.Asked;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The breaker before all recording (S3.15), which no client can open (B43): a message that cannot
 * be recorded says nothing about us, and of our mistakes those that one author's messages bring
 * about count once until something succeeds.
 */
@Singleton
public final class Guard {

  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  private final Breaker breaker;
  private final Set<Author> stumbledOver = ConcurrentHashMap.newKeySet();

  private record Author(String organization, String user) {}

  @Inject
  Guard(final Environment environment, final Clock clock) {
    this(
        new Breaker(
            clock,
            environment.interception().breakerThreshold(),
            environment.interception().breakerReset()));
  }

  public Guard(final Breaker breaker) {
    this.breaker = breaker;
  }

  public Optional<Attempt> admit() {
    return breaker.admit();
  }

  public void succeeded(final Attempt attempt) {
    stumbledOver.clear();
    final State before = breaker.state();
    attempt.succeeded();
    if (before != State.CLOSED && breaker.state() == State.CLOSED) {
      LOG.info("recording works again");
    }
  }

  /**
   * @param asked the message it happened with, or one of those
   */
  public void failed(final Attempt attempt, final Fault fault, final Asked asked) {
    switch (fault) {
      case AWAY, DATABASE -> failed(attempt);
      case OURS -> {
        if (stumbledOver.add(new Author(asked.organization().value(), asked.user()))) {
          failed(attempt);
        } else {
          attempt.undecided();
        }
      }
      case MESSAGE -> attempt.undecided();
    }
  }

  private void failed(final Attempt attempt) {
    final State before = breaker.state();
    attempt.failed();
    if (before != State.OPEN && breaker.state() == State.OPEN) {
      LOG.error("recording failed {} times and is not tried for a while", breaker.failureCount());
    }
  }

  public Breaker.State state() {
    return breaker.state();
  }

  public int failureCount() {
    return breaker.failureCount();
  }
}
