package io.gatehouse.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class RetryTest extends EffectsTest {

  private static final String REASON = "{\"reason\":\"the provider is back\"}";

  @Inject Api api;
  @Inject Keys keys;
  private String owner;

  @BeforeEach
  void anOwner() {
    owner = keys.with(Caller.OWNER);
  }

  @Test
  void an_owner_sees_what_is_parked_and_not_its_payload() {
    parkUnknown();

    final String parked = api.get("/api/effects?state=parked", owner).body();

    assertThat(parked)
        .contains("\"reference\":\"GH-NHKMN\"", "\"outcome_code\":\"unknown\"")
        .doesNotContain("payload", "secret");
    assertThat(api.get("/api/effects?state=done", owner).body()).isEqualTo("{\"items\":[]}");
    assertThat(api.get("/api/effects?event=" + UUID.randomUUID(), owner).body())
        .isEqualTo("{\"items\":[]}");
  }

  @Test
  void what_may_have_been_done_is_looked_into_before_it_is_sent_again() {
    parkUnknown();
    handler.find(new Outcome.Done("SM1"));

    assertThat(retry(owner, REASON).statusCode()).isEqualTo(202);
    effects.runDue();

    assertThat(handler.carriedOut).hasSize(1);
    assertThat(handler.reconciled).hasSize(4);
    assertSettled("done");
    assertThat(
            column(
                "select actor || ' ' || action || ' ' || subject || ' ' || reason"
                    + " from audit_entry"))
        .containsExactly("test owner effect.retried GH-NHKMN the provider is back");
  }

  @Test
  void what_was_certainly_not_done_has_all_its_tries_again() {
    for (int i = 0; i < 13; i++) {
      handler.answer(new Outcome.Later("busy", "try again", null));
    }
    add(effect("secret"));
    pass();
    assertSettled("parked");

    assertThat(retry(owner, REASON).statusCode()).isEqualTo(202);
    effects.runDue();
    assertThat(states()).containsExactly("waiting");
    pass();

    assertThat(handler.carriedOut).hasSize(14);
    assertSettled("done");
  }

  @Test
  void two_clicks_send_it_round_once() {
    parkUnknown();

    assertThat(retry(owner, REASON).statusCode()).isEqualTo(202);
    final HttpResponse<String> second = retry(owner, REASON);

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(effects.queued()).isEqualTo(1);
    assertThat(column("select action from audit_entry")).hasSize(1);
  }

  @Test
  void only_an_owner_with_a_reason_may_and_only_what_exists() {
    parkUnknown();

    assertThat(retry(keys.with(Caller.OPERATOR), REASON).statusCode()).isEqualTo(403);
    assertThat(retry(owner, "{\"reason\":\"\"}").statusCode()).isEqualTo(400);
    assertThat(retry(owner, "{}").statusCode()).isEqualTo(400);
    assertThat(post(UUID.randomUUID().toString(), owner, REASON).statusCode()).isEqualTo(404);
    assertThat(api.get("/api/effects?state=lost", owner).statusCode()).isEqualTo(400);
    assertSettled("parked");
  }

  private HttpResponse<String> retry(final String key, final String body) {
    return post(column("select id from effect").getFirst(), key, body);
  }

  private HttpResponse<String> post(final String id, final String key, final String body) {
    return api.post("/api/effects/" + id + "/retry", key, body);
  }

  private void parkUnknown() {
    handler.answer(new Outcome.Unknown("time-out"));
    add(effect("secret"));
    pass();
    assertSettled("parked");
  }

  private void pass() {
    for (int i = 0; i < 15; i++) {
      effects.runDue();
      clock.advance(Duration.ofMinutes(10));
    }
  }
}
