package io.gatehouse.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class OwnerToldTest extends OverridesTest {

  @Test
  void the_owner_is_told_of_a_hold_with_a_link_and_never_with_the_text_S5_12() {
    settings(
        "{\"owner\":{\"emails\":[\"boss@pawpost.app\"],\"phones\":[\"+16045550177\"],"
            + "\"phones_from\":\"+16045550100\"}}");
    final UUID event = says(LEAK).id();
    effects.runDue();

    final List<String> told =
        tables.strings("select request::text from sandbox_effect where kind like 'tell.%'");
    assertThat(told)
        .hasSize(2)
        .allSatisfy(
            request ->
                assertThat(request)
                    .contains("/api/messages/events/" + event)
                    .doesNotContain("555-0143"));
    assertThat(tables.strings("select payload::text from effect where kind like 'tell.%'"))
        .allSatisfy(payload -> assertThat(payload).doesNotContain("number"));
  }

  @Test
  void what_the_owner_decided_on_meanwhile_is_not_told() {
    settings("{\"owner\":{\"emails\":[\"boss@pawpost.app\"]}}");
    final UUID event = says(LEAK).id();
    order(event, "dismiss", "{\"verdict\":\"right\",\"reason\":\"his own number\"}");
    effects.runDue();

    assertThat(tables.strings("select read_by from notice")).containsExactly("test owner");
    assertThat(tables.strings("select 1 from sandbox_effect where kind like 'tell.%'")).isEmpty();
  }
}
