package io.gatehouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CastTest {

  private static final OnFile ANN =
      new OnFile("client", "Ann", List.of("office@shop.ca", "ann@mail.ca"), List.of());

  @Test
  void a_contact_is_the_client_by_any_of_its_addresses() {
    final Cast cast = cast("guest@else.ca", List.of(), Set.of(), ANN);
    assertThat(cast.roleOf("ann@mail.ca")).contains(Role.CLIENT);
    assertThat(cast.roleOf("guest@else.ca")).isEmpty();
    assertThat(cast.client()).contains("office@shop.ca");
  }

  @Test
  void the_client_is_called_by_the_address_that_raised_the_issue() {
    assertThat(cast("ann@mail.ca", List.of(), Set.of(), ANN).client()).contains("ann@mail.ca");
    assertThat(cast("joe@mail.ca", List.of(), Set.of()).client()).contains("joe@mail.ca");
  }

  @Test
  void a_colleague_who_raised_it_is_not_the_client() {
    final Cast cast = cast("mo@firm.ca", List.of(), Set.of("@firm.ca"));
    assertThat(cast.roleOf("mo@firm.ca")).contains(Role.STAFF);
    assertThat(cast.client()).isEmpty();
  }

  @Test
  void who_raised_it_for_a_customer_is_not_the_client() {
    final OnFile desk = new OnFile("", "Mo", List.of("mo@firm.ca"), List.of());
    assertThat(cast("mo@firm.ca", List.of(), Set.of(), desk).client()).isEmpty();
    assertThat(cast("mo@firm.ca", List.of(), Set.of(), desk, ANN).client())
        .contains("office@shop.ca");
  }

  @Test
  void an_advisor_may_be_of_the_staff_s_domain_but_no_one_named_as_staff() {
    final Cast cast = cast("ann@mail.ca", List.of("bo@firm.ca"), Set.of("@firm.ca"));
    assertThat(cast.roleOf("bo@firm.ca")).contains(Role.PROVIDER);
    assertThat(cast.provider()).contains("bo@firm.ca");
    final Cast named = cast("ann@mail.ca", List.of("bo@firm.ca"), Set.of("bo@firm.ca"));
    assertThat(named.roleOf("bo@firm.ca")).contains(Role.STAFF);
    assertThat(named.provider()).isEmpty();
  }

  @Test
  void a_user_s_name_is_no_address() {
    final Cast cast = cast("administrator", List.of("administrator", "bo@firm.ca"), Set.of());
    assertThat(cast.client()).isEmpty();
    assertThat(cast.provider()).contains("bo@firm.ca");
  }

  @Test
  void a_stranger_who_was_asked_for_is_none_any_more() {
    final Cast cast =
        cast("", List.of(), Set.of(), new OnFile("", "", List.of("who@else.ca"), List.of()));
    assertThat(cast.heardOf("who@else.ca")).isTrue();
    assertThat(cast.heardOf("nobody@else.ca")).isFalse();
    assertThat(cast.roleOf("who@else.ca")).isEmpty();
  }

  private static Cast cast(
      final String raisedBy,
      final List<String> advisors,
      final Set<String> staff,
      final OnFile... people) {
    final var facts =
        new IssueFacts("ISS-1", "", "", "Open", raisedBy, "", "", advisors, "", false);
    return new Cast(facts, List.of(people), staff);
  }
}
