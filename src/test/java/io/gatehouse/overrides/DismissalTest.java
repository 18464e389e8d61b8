package io.gatehouse.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.message.MessageEvent;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class DismissalTest extends OverridesTest {

  private static final String RIGHT = "{\"verdict\":\"right\",\"reason\":\"his own number\"}";
  private static final String WRONG = "{\"verdict\":\"false_alarm\",\"reason\":\"a licence\"}";

  @Test
  void a_message_rightly_stopped_stays_so_and_its_attempt_is_resolved_S5_18() {
    final UUID event = says(LEAK).id();

    final var answer = order(event, "dismiss", RIGHT);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"state\":\"dismissed\"", "\"action\":\"dismissed\"", "\"verdict\":\"right\"");
    assertThat(relayed()).isEmpty();
    assertThat(tables.count("strike")).isOne();
    assertThat(
            tables.strings(
                "select actor || ': ' || reason || ' ' || details::text from audit_entry"
                    + " where action = 'message.dismissed'"))
        .singleElement()
        .asString()
        .contains("test owner: his own number", "\"verdict\": \"right\"");
  }

  @Test
  void a_false_alarm_takes_its_strike_back_so_that_nobody_is_escalated_for_it() {
    final UUID first = says(LEAK).id();
    says(LEAK + " please");
    order(first, "dismiss", WRONG);

    final MessageEvent third = says(LEAK + " again");

    assertThat(third.verdict().flagCount()).isEqualTo(2);
    assertThat(tables.count("strike")).isEqualTo(2);
    assertThat(tables.one("select details->>'strike_taken_back' from audit_entry"))
        .isEqualTo("true");
  }

  @Test
  void a_message_that_was_only_warned_of_can_be_a_false_alarm_too() {
    final Conversation issue = conversation("ISS-1", Channel.ERPNEXT, null);
    final UUID event = says(issue, LEAK).id();

    assertThat(order(event, "dismiss", WRONG).statusCode()).isEqualTo(200);

    assertThat(shown(event)).contains("\"state\":\"visible\"", "\"action\":\"dismissed\"");
    assertThat(tables.count("strike")).isZero();
  }

  @Test
  void clicks_at_the_same_moment_are_heard_once_B64() throws Exception {
    final UUID event = says(LEAK).id();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      final var clicks =
          IntStream.range(0, 8)
              .mapToObj(n -> pool.submit(() -> order(event, "dismiss", WRONG).statusCode()))
              .toList();
      int accepted = 0;
      for (final var click : clicks) {
        accepted += click.get() == 200 ? 1 : 0;
      }
      assertThat(accepted).isOne();
    }
    assertThat(tables.strings("select count from rule_lesson")).containsOnly("1");
    assertThat(tables.one("select count(*) from audit_entry")).isEqualTo("1");
  }

  @Test
  void what_is_not_open_is_refused_with_its_state_B64() {
    final UUID clean = says("see you at nine").id();
    final UUID released = says(LEAK).id();
    order(released, "force-send", "{\"reason\":\"known\"}");

    final var answer = order(clean, "dismiss", RIGHT);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("\"state\":\"queued\"");
    assertThat(order(released, "dismiss", RIGHT).body()).contains("\"state\":\"released\"");
    assertThat(order(UUID.randomUUID(), "dismiss", RIGHT).statusCode()).isEqualTo(404);
  }

  @Test
  void owners_and_moderators_of_the_organization_may_and_nobody_else() {
    final UUID event = says(LEAK).id();
    tables.run("insert into organization (id, name) values ('other', 'Other')");
    final String stranger = keys.of(new OrganizationId("other"), Caller.OWNER);

    assertThat(order(event, "dismiss", stranger, RIGHT).statusCode()).isEqualTo(404);
    for (final String role : List.of(Caller.AUDITOR, Caller.SENDER, Caller.OPERATOR)) {
      assertThat(order(event, "dismiss", keys.with(role), RIGHT).statusCode()).isEqualTo(403);
    }
    assertThat(order(event, "dismiss", keys.with(Caller.MODERATOR), RIGHT).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"verdict\":\"right\"}",
        "{\"verdict\":\"maybe\",\"reason\":\"who knows\"}",
        "{\"verdict\":\"right\",\"reason\":\"   \"}",
        "{\"reason\":\"no verdict\"}",
        "[]"
      })
  void a_verdict_and_a_reason_are_asked_for(final String body) {
    final UUID event = says(LEAK).id();

    assertThat(order(event, "dismiss", body).statusCode()).isEqualTo(400);
    assertThat(tables.one("select state from message_event")).isEqualTo("withheld");
  }

  @Test
  void overrides_are_counted_per_rule_and_verdict() {
    order(says(LEAK).id(), "dismiss", RIGHT);
    order(says(LEAK + "!").id(), "dismiss", RIGHT);
    order(says(LEAK + "?").id(), "force-send", "{\"reason\":\"known\"}");

    final String lessons = api.get("/api/lessons", keys.with(Caller.AUDITOR)).body();

    assertThat(lessons)
        .contains("\"class\":\"phone_number\"", "\"verdict\":\"right\",\"count\":2")
        .contains("\"verdict\":\"force_sent\",\"count\":1");
    assertThat(api.get("/api/lessons", keys.with(Caller.SENDER)).statusCode()).isEqualTo(403);
  }
}
