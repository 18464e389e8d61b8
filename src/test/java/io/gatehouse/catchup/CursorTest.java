package io.gatehouse.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorTest {

  @Test
  void a_page_ends_at_its_last_stamp_and_passes_over_those_that_share_it() {
    final Cursor next =
        Cursor.at("2026-01-01 00:00:00")
            .after(List.of(entry("a", 1), entry("b", 2), entry("c", 2)));
    assertThat(next).isEqualTo(new Cursor("2026-01-01 00:00:02", 2));
    assertThat(next.after(List.of(entry("d", 2), entry("e", 2))))
        .isEqualTo(new Cursor("2026-01-01 00:00:02", 4));
    assertThat(next.after(List.of(entry("d", 2), entry("e", 3))))
        .isEqualTo(new Cursor("2026-01-01 00:00:03", 1));
  }

  /** Python writes no fraction where there is none. */
  @Test
  void a_time_without_a_fraction_is_earlier_than_one_with_it() {
    assertThat(Stamps.later("2026-01-01 00:00:00", "2026-01-01 00:00:00.000001"))
        .endsWith("000001");
    assertThat(Stamps.before("2026-01-01 00:00:00", Duration.ofMinutes(75)))
        .isEqualTo("2025-12-31 22:45:00.000000");
    assertThat(Stamps.isOne("2026-01-01 00:00:00.5")).isTrue();
    assertThat(Stamps.isOne("None")).isFalse();
  }

  private static Entry entry(final String name, final int second) {
    return new Entry(name, "2026-01-01 00:00:0" + second);
  }
}
