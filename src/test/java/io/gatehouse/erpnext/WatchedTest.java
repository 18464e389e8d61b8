package io.gatehouse.erpnext;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.settings.ErpnextSettings.Watch;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S1.1: Accounting Support, or what an organization names. */
class WatchedTest {

  private static final Watch CHOSEN = new Watch(Set.of("Accounting Support"), Set.of("Tax 2026"));

  @ParameterizedTest
  @CsvSource({
    "Accounting Support, '', true",
    "accounting support, '', true",
    "Bug, '', false",
    "Bug, TAX 2026, true",
    "Bug, Other, false",
    "'', Other, true",
    "'', '', true",
  })
  void an_issue_is_watched_by_its_type_or_its_project_or_while_it_has_no_type(
      final String type, final String project, final boolean watched) {
    assertThat(Watched.includes(CHOSEN, type, project)).isEqualTo(watched);
  }

  @ParameterizedTest
  @CsvSource({"Bug", "Compliance Alerts"})
  void a_star_is_every_type(final String type) {
    assertThat(Watched.includes(new Watch(Set.of("*"), Set.of()), type, "")).isTrue();
    assertThat(Watched.alert(type)).isFalse();
  }
}
