package io.gatehouse.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import io.gatehouse.environment.EnvironmentReader;
import io.gatehouse.testkit.GatehouseTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatehouseTest
class FirstKeyTest {

  private static final String OLD = "old-key-of-the-environment";
  private static final String NEW = "new-key-of-the-environment";

  private final AccessKeys access;
  private final KeyRepository rows;

  FirstKeyTest(final AccessKeys access, final KeyRepository rows) {
    this.access = access;
    this.rows = rows;
  }

  @Test
  void the_first_start_makes_an_owner_key_and_the_second_does_not() {
    final Secret made = start(Map.of()).ensure().orElseThrow();
    final Caller owner = access.recognise(made.reveal()).orElseThrow().caller();
    assertThat(owner.organization()).isEqualTo(OrganizationId.DEFAULT);
    assertThat(owner.roles()).containsExactlyInAnyOrder(Caller.OPERATOR, Caller.OWNER);
    assertThat(start(Map.of()).ensure()).isEmpty();
  }

  @Test
  void a_key_of_the_environment_is_taken_and_not_shown() {
    assertThat(startWith(OLD).ensure()).isEmpty();
    assertThat(startWith(OLD).ensure()).isEmpty();
    assertThat(access.recognise(OLD)).isPresent();
    assertThat(rows.count()).isEqualTo(1);
  }

  @Test
  void another_key_of_the_environment_replaces_the_former() {
    final Secret made = start(Map.of()).ensure().orElseThrow();
    startWith(OLD).ensure();
    startWith(NEW).ensure();
    assertThat(access.recognise(OLD)).isEmpty();
    assertThat(access.recognise(NEW)).isPresent();
    assertThat(access.recognise(made.reveal())).isPresent();
  }

  @Test
  void going_back_to_a_former_key_makes_it_valid_again() {
    startWith(OLD).ensure();
    startWith(NEW).ensure();
    startWith(OLD).ensure();
    assertThat(access.recognise(OLD)).isPresent();
    assertThat(access.recognise(NEW)).isEmpty();
  }

  private FirstKey startWith(final String key) {
    return start(Map.of("GATEHOUSE_OWNER_KEY", key));
  }

  private FirstKey start(final Map<String, String> values) {
    return new FirstKey(access, rows, new EnvironmentReader(values).read(v -> new Secret("kept")));
  }
}
