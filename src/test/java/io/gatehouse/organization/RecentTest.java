package io.gatehouse.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.OrganizationId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered, and for how long. */
class RecentTest {

  private static final OrganizationId ORGANIZATION = OrganizationId.DEFAULT;
  private static final Clock STANDING =
      Clock.fixed(Instant.parse("2026-03-02T14:30:00Z"), ZoneOffset.UTC);

  private final Deque<Runnable> meanwhile = new ArrayDeque<>();
  private final Deque<String> values = new ArrayDeque<>(List.of("old", "new", "newest"));
  private final Recent<String> recent = new Recent<>(STANDING, organization -> read());

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

  @Test
  void what_was_read_while_it_was_changed_is_not_kept() {
    meanwhile.add(() -> recent.forget(ORGANIZATION));
    assertThat(recent.get(ORGANIZATION)).isEqualTo("old");
    assertThat(recent.get(ORGANIZATION)).isEqualTo("new");
    assertThat(recent.get(ORGANIZATION)).isEqualTo("new");
  }
}
