package io.gatehouse.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

  private final AtomicLong millis = new AtomicLong(1_700_000_000_000L);
  private final Ids ids = new Ids(() -> Instant.ofEpochMilli(millis.get()));

  @Test
  void an_id_is_a_uuid_of_version_7_that_tells_its_time() {
    final UUID id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis.get());
  }

  @Test
  void ids_of_one_millisecond_sort_as_they_were_made() {
    final var made = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void later_ids_sort_behind_earlier_ones() {
    final String earlier = ids.next().toString();
    millis.incrementAndGet();

    assertThat(ids.next().toString()).isGreaterThan(earlier);
  }
}
