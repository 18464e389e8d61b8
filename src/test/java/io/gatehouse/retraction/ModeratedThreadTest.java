package io.gatehouse.retraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.micronaut.context.annotation.Property;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What moderation hides could be read in its thread already: it is taken out, if the owner does.
 */
@Property(name = OpenAlert.ASKED_FOR, value = "true")
class ModeratedThreadTest extends ThreadTest {

  private static final String HIDDEN = "<p>you glim<b>far</b></p>";

  @Test
  void b58_it_is_taken_out_of_its_thread_and_put_back_by_the_owners_word() {
    choose("delete");
    final UUID event = says("Communication", "m1", HIDDEN).id();
    assertThat(state()).isEqualTo("visible");
    assertThat(tables.strings("select kind from notice")).containsExactly("moderation_quarantined");

    effects.runDue();
    assertThat(state()).isEqualTo("withheld");
    assertThat(
            tables.one(
                "select request->'body'->>'content' from sandbox_effect"
                    + " where kind = 'erpnext.notice'"))
        .contains("until a person has read it")
        .doesNotContain("glim");

    assertThat(order(event, "force-send", WHY).statusCode()).isEqualTo(200);
    effects.runDue();
    assertThat(state()).isEqualTo("released");
    assertThat(tables.count("strike")).isZero();
  }

  @Test
  void what_a_reviewer_clears_before_the_site_could_hide_it_stays() {
    choose("delete");
    says("Communication", "m1", HIDDEN);

    review("allow");
    effects.runDue();

    assertThat(state()).isEqualTo("visible");
    assertThat(done()).containsExactly("retract done");
  }

  @Test
  void s4_19_what_a_reviewer_clears_afterwards_is_put_back() {
    choose("delete");
    says("Communication", "m1", HIDDEN);
    effects.runDue();

    review("allow");
    effects.runDue();

    assertThat(state()).isEqualTo("released");
    assertThat(done()).contains("restore done");
  }

  private void review(final String decision) {
    final String id = tables.one("select id from content_moderation_decision");
    final var said =
        api.send(
            api.request("/api/moderation/decisions/" + id + "/review")
                .header("Authorization", "Bearer " + owner)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .POST(
                    BodyPublishers.ofString(
                        "{\"decision\":\"" + decision + "\",\"reason\":\"it is a name\"}")));
    assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
  }

  @Test
  void where_nothing_is_hidden_the_thread_is_not_pointed_at_it() {
    choose("annotate");
    final MessageEvent event = says("Communication", "m1", HIDDEN);
    effects.runDue();

    assertThat(event.state()).isEqualTo(EventState.VISIBLE);
    assertThat(done()).isEmpty();
    assertThat(tables.count("content_moderation_queue")).isOne();
  }

  private void choose(final String hide) {
    final String document =
        """
        {"erpnext":{"hide":"%s"},"moderation":{"rules":[
          {"category":"hate","words":["glimfar"],"weight":0.9}]}}"""
            .formatted(hide);
    final var changed =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + owner)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString(document)));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
  }
}
