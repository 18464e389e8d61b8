package io.gatehouse.alerts;

import static io.gatehouse.gate.Talk.LEAK;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.fakesite.Mischief;
import io.gatehouse.fakesite.SharedSite;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.site.AlertPlace;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** One alert for a pair and a window of strikes. */
@Property(name = "env.ERPNEXT_URL", value = SharedSite.URL)
@Property(name = "env.ERPNEXT_API_KEY", value = SharedSite.KEY)
@Property(name = "env.ERPNEXT_API_SECRET", value = SharedSite.SECRET)
@Property(name = "env.PUBLIC_URL", value = "https://gate.example.com")
@NullUnmarked
class OneAlertTest extends AlertTest {

  @Inject AlertPlace place;

  @Test
  void the_first_strike_opens_an_alert_and_later_ones_are_appended_S1_4_B22() {
    final MessageEvent first = leak();
    effects.runDue();
    leak();
    effects.runDue();
    assertThat(alerts()).hasSize(1);
    assertThat(alerts().getFirst())
        .containsEntry("issue_type", "Compliance Alert")
        .containsEntry("priority", "Medium")
        .doesNotContainKeys("customer", "contact", "via_customer_portal")
        .containsEntry("raised_by", SharedSite.USER);
    assertThat(String.valueOf(alerts().getFirst().get("description")))
        .contains("https://gate.example.com/api/messages/events/" + first.id())
        .contains("***-***-0143", "***@mail.ca")
        .doesNotContain("604-555", "ann@", "bob@");
    assertThat(notes(alert()))
        .singleElement()
        .satisfies(
            note ->
                assertThat(note)
                    .containsEntry("published", 0)
                    .containsEntry("comment_type", "Comment")
                    .containsEntry("subject", note.get("custom_gateway_key")));
    assertThat(String.valueOf(notes(alert()).getFirst().get("content")))
        .contains("Another message", "***-***-0143")
        .doesNotContain("604-555", "ann@", "bob@");
    assertThat(states()).containsExactly("open");
    assertThat(place.openFor(HERE, issue.id())).contains(alert());
  }

  @Test
  void the_third_strike_raises_the_priority_once_S1_32() {
    leak();
    leak();
    leak();
    effects.runDue();
    assertThat(alerts()).hasSize(1);
    assertThat(alerts().getFirst()).containsEntry("priority", "High");
    site.change("desk@agency.example", "Issue", alert(), Map.of("priority", "Low"));
    leak();
    effects.runDue();
    assertThat(alerts().getFirst()).as("the desk's word stands").containsEntry("priority", "Low");
    assertThat(notes(alert())).hasSize(3);
  }

  @Test
  void a_pair_has_one_alert_in_all_its_conversations_and_strangers_one_each() {
    leak();
    leak(talk.issue("ISS-2"));
    final Conversation nobody = talk.issue("ISS-3", null);
    leak(nobody);
    leak(nobody);
    leak(talk.issue("ISS-4", null));
    leak(null);
    leak(null);
    pass(Duration.ofSeconds(10));
    assertThat(tables.count("effect where state <> 'done'")).isZero();
    assertThat(alerts()).hasSize(5);
    assertThat(place.openFor(HERE, nobody.id())).isNotEqualTo(place.openFor(HERE, issue.id()));
    assertThat(place.openFor(HERE, null)).isEmpty();
  }

  @Test
  void a_window_without_a_strike_ends_the_matter() {
    leak();
    effects.runDue();
    clock.advance(Duration.ofDays(31));
    leak();
    effects.runDue();
    assertThat(alerts()).hasSize(2);
    assertThat(place.openFor(HERE, issue.id())).contains(alert());
  }

  @Test
  void whoever_comes_before_the_alert_has_its_name_waits_for_it() {
    site.suffers(down());
    leak();
    leak(talk.issue("ISS-2"));
    effects.runDue();
    assertThat(alerts()).isEmpty();
    assertThat(tables.strings("select outcome_code from effect where kind = 'erpnext.alert'"))
        .contains("alert_opening");
    site.suffers(new Mischief(1, 0, 0, 0));
    pass(Duration.ofMinutes(5));
    assertThat(alerts()).hasSize(1);
    assertThat(notes(alert())).hasSize(1);
  }

  @Test
  void an_alert_whose_opening_was_refused_is_opened_by_the_next_strike_S1_33() {
    site.user(SharedSite.USER, SharedSite.KEY, SharedSite.SECRET, Set.of("Website Manager"));
    leak();
    effects.runDue();
    assertThat(tables.one("select state from effect where kind = 'erpnext.alert'"))
        .isEqualTo("parked");
    assertThat(tables.strings("select kind from notice")).contains("erpnext_stopped");
    site.user(
        SharedSite.USER,
        SharedSite.KEY,
        SharedSite.SECRET,
        Set.of("Website Manager", "Support Team"));
    leak();
    effects.runDue();
    assertThat(alerts()).hasSize(1);
    assertThat(states()).containsExactly("open");
    assertThat(told()).containsExactly("f", "t");
  }

  @Test
  void eight_at_once_make_one_alert_and_none_is_lost_B22_B20() throws Exception {
    atOnce(8);
    assertThat(told()).containsOnly("f");
    pass(Duration.ofSeconds(20));
    assertThat(alerts()).hasSize(1);
    assertThat(alerts().getFirst()).containsEntry("priority", "High");
    assertThat(notes(alert())).hasSize(7);
    assertThat(told()).containsOnly("t").hasSize(8);
    assertThat(tables.one("select strikes from compliance_alert")).isEqualTo("8");
  }

  @Test
  void a_post_nobody_answered_is_found_by_its_reference_and_nothing_is_posted_twice()
      throws Exception {
    site.suffers(new Mischief(7, 0, 0, 0.2));
    atOnce(8);
    pass(Duration.ofMinutes(15));
    assertThat(tables.strings("select distinct state from effect where kind = 'erpnext.alert'"))
        .containsExactly("done");
    assertThat(alerts()).hasSize(1);
    assertThat(notes(alert())).hasSize(7);
  }

  private static Mischief down() {
    final Mischief down = new Mischief(1, 0, 0, 0);
    down.down(true);
    return down;
  }

  private List<String> told() {
    return tables.strings(
        "select admin_alerted_at is not null from anti_poaching_attempt order by opened_at");
  }

  /** Ann writes the same in two Issues at the same moment, again and again. */
  private void atOnce(final int messages) throws Exception {
    final Conversation other = talk.issue("ISS-2");
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      final List<Future<MessageEvent>> said = new ArrayList<>();
      for (int n = 0; n < messages; n++) {
        final Conversation where = n % 2 == 0 ? issue : other;
        said.add(pool.submit(() -> talk.says(where, LEAK)));
      }
      for (final Future<MessageEvent> one : said) {
        assertThat(one.get().verdict().flagged()).isTrue();
      }
    }
  }
}
