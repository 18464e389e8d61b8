package io.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.testkit.TestClock;
import io.micronaut.data.connection.exceptions.ConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered, and for how long. */
class RecentTest {

  private static final OrganizationId ORGANIZATION = OrganizationId.DEFAULT;
  private final Deque<Runnable> meanwhile = new ArrayDeque<>();
  private final Deque<String> values = new ArrayDeque<>(List.of("old", "new", "newest"));
  private final TestClock clock = new TestClock();
  private final Recent<String> recent = new Recent<>(clock, organization -> read());

  private String read() {
    final String value = values.removeFirst();
    final Runnable happening = meanwhile.poll();
    if (happening != null) {
      happening.run();
    }
    return value;
  }

  @Test
  void a_value_is_read_once_until_it_is_forgotten() {
    assertThat(recent.get(ORGANIZATION)).isEqualTo("old");
    assertThat(recent.get(ORGANIZATION)).isEqualTo("old");
    recent.forget(ORGANIZATION);
    assertThat(recent.get(ORGANIZATION)).isEqualTo("new");
  }

  /** While the database hangs, whoever reads waits for it; an answer in time must not. */
  @Test
  void b43_what_was_read_last_is_answered_without_reading() {
    assertThat(recent.known(ORGANIZATION)).isEqualTo("old");
    clock.advance(Duration.ofDays(1));
    assertThat(recent.known(ORGANIZATION)).isEqualTo("old");
    recent.forget(ORGANIZATION);
    assertThat(recent.known(ORGANIZATION)).isEqualTo("new");
  }

  @Test
  void what_was_read_while_it_was_changed_is_not_kept() {
    meanwhile.add(() -> recent.forget(ORGANIZATION));
    assertThat(recent.get(ORGANIZATION)).isEqualTo("old");
    assertThat(recent.get(ORGANIZATION)).isEqualTo("new");
    assertThat(recent.get(ORGANIZATION)).isEqualTo("new");
  }

  @Test
  void the_last_value_is_answered_while_the_database_is_away() {
    recent.get(ORGANIZATION);
    meanwhile.add(RecentTest::away);
    clock.advance(Duration.ofDays(1));

    assertThat(recent.get(ORGANIZATION)).isEqualTo("old");
    assertThat(recent.get(ORGANIZATION)).isEqualTo("old");
    clock.advance(Recent.AGE);
    assertThat(recent.get(ORGANIZATION)).isEqualTo("newest");
  }

  @Test
  void what_was_changed_is_answered_too_when_nothing_else_can_be_read() {
    recent.get(ORGANIZATION);
    recent.forgetAll();
    meanwhile.add(RecentTest::away);

    assertThat(recent.get(ORGANIZATION)).isEqualTo("old");
    assertThat(recent.get(ORGANIZATION)).isEqualTo("newest");
  }

  @Test
  void what_was_never_read_cannot_be_answered() {
    meanwhile.add(RecentTest::away);

    assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> recent.get(ORGANIZATION));
  }

  @Test
  void a_mistake_of_ours_is_no_outage() {
    recent.get(ORGANIZATION);
    recent.forget(ORGANIZATION);
    meanwhile.add(
        () -> {
          throw new IllegalStateException("damaged");
        });

    assertThatIllegalStateException().isThrownBy(() -> recent.get(ORGANIZATION));
  }

  @Test
  void an_organization_that_is_gone_is_not_remembered() {
    recent.get(ORGANIZATION);
    recent.forget(ORGANIZATION);
    meanwhile.add(
        () -> {
          throw Problem.notFound("organization_unknown", "There is none.");
        });
    meanwhile.add(RecentTest::away);

    assertThatExceptionOfType(Problem.class).isThrownBy(() -> recent.get(ORGANIZATION));
    assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> recent.get(ORGANIZATION));
  }

  @Test
  void only_one_waits_for_a_value_that_is_read_again() {
    recent.get(ORGANIZATION);
    clock.advance(Recent.AGE);
    meanwhile.add(() -> assertThat(recent.get(ORGANIZATION)).isEqualTo("old"));

    assertThat(recent.get(ORGANIZATION)).isEqualTo("new");
  }

  private static void away() {
    throw new ConnectionException("nobody there");
  }
}
