package io.gatehouse.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class SandboxTest extends EffectsTest {

  private static final UUID EVENT = UUID.fromString("00000000-0000-7000-8000-0000000e7e47");

  @Inject Sandbox sandbox;
  @Inject Api api;
  @Inject Keys keys;

  @Test
  void what_would_be_sent_is_noted_once_and_shown_to_its_owner() {
    record(1, "first");
    record(2, "second");

    final String owner = keys.with(Caller.OWNER);
    final String all = api.get("/api/sandbox/effects", owner).body();
    assertThat(all)
        .contains("\"reference\":\"GH-NHKMN\"", "\"Body\":\"first\"", "\"Body\":\"second\"")
        .doesNotContain("\"next\"");
    assertThat(column("select provider_id from effect order by number"))
        .containsExactly("SANDBOX-GH-NHKMN", "SANDBOX-GH-A379B");
    assertThat(api.get("/api/sandbox/effects?limit=1", owner).body()).contains("\"next\":\"1\"");
    assertThat(api.get("/api/sandbox/effects?after=1", owner).body())
        .contains("second")
        .doesNotContain("first");
    assertThat(api.get("/api/sandbox/effects?event=" + EVENT, owner).body()).isEqualTo(all);
    assertThat(api.get("/api/sandbox/effects?event=" + CONVERSATION, owner).body())
        .isEqualTo("{\"items\":[]}");
  }

  @Test
  void others_see_nothing_of_it() {
    record(1, "first");
    change("insert into organization (id, name) values ('other', 'Other')");

    final String stranger = keys.of(new OrganizationId("other"), Caller.OWNER);
    assertThat(api.get("/api/sandbox/effects", stranger).body()).isEqualTo("{\"items\":[]}");
    assertThat(api.get("/api/effects", stranger).body()).isEqualTo("{\"items\":[]}");
    assertThat(api.get("/api/sandbox/effects", keys.with(Caller.SENDER)).statusCode())
        .isEqualTo(403);
    assertThat(api.get("/api/sandbox/effects", "no key").statusCode()).isEqualTo(401);
    assertThat(api.get("/api/sandbox/effects?limit=0", keys.with(Caller.OWNER)).statusCode())
        .isEqualTo(400);
  }

  private void record(final int number, final String text) {
    handler.answer(
        effect -> {
          final Map<String, Object> request =
              Map.of("Body", text, "To", Map.of("number", "+16045550143"));
          sandbox.record(effect, request);
          return sandbox.record(effect, request);
        });
    add(
        new NewEffect(
            OrganizationId.DEFAULT,
            Lane.TWILIO,
            ScriptedHandler.KIND,
            CONVERSATION,
            EVENT,
            Map.of("name", text)));
    effects.runDue();
    assertThat(column("select count(*) from sandbox_effect")).containsExactly("" + number);
  }
}
