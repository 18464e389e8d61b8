package io.gatehouse.sweep;

import io.gatehouse.base.Environment;
import io.gatehouse.breaker.Breaker;
import io.gatehouse.breaker.Breaker.Attempt;
import io.gatehouse.chat.Asked;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The breaker before all recording (S3.15), which no client can open (B43): a message that cannot
 * be recorded says nothing about us, and of our mistakes those that one author's messages bring
 * about count once until something succeeds.
 */
@Singleton
public final class Guard {

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
    attempt.succeeded();
  }

  /**
   * @param asked the message it happened with, or one of those
   */
  public void failed(final Attempt attempt, final Fault fault, final Asked asked) {
    switch (fault) {
      case AWAY, DATABASE -> attempt.failed();
      case OURS -> {
        if (stumbledOver.add(new Author(asked.organization().value(), asked.user()))) {
          attempt.failed();
        } else {
          attempt.undecided();
        }
      }
      case MESSAGE -> attempt.undecided();
    }
  }

  public Breaker.State state() {
    return breaker.state();
  }

  public int failureCount() {
    return breaker.failureCount();
  }
}
