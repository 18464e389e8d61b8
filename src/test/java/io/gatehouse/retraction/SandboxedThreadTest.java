package io.gatehouse.retraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Without a site all of it is noted, and the owner's side works as with one. */
@Property(name = OpenAlert.ASKED_FOR, value = "true")
class SandboxedThreadTest extends ThreadTest {

  @Test
  void what_would_be_hidden_and_restored_is_noted() {
    strict("relink");
    alert.is("ISS-9");
    final UUID event = says("Communication", "m1", LEAK).id();
    effects.runDue();
    assertThat(state()).isEqualTo("withheld");

    assertThat(order(event, "force-send", WHY).statusCode()).isEqualTo(200);
    effects.runDue();

    assertThat(state()).isEqualTo("released");
    assertThat(
            tables.strings(
                "select kind || ' ' || (request->>'method') || ' ' || (request->>'path')"
                    + " from sandbox_effect order by number"))
        .containsExactly(
            "erpnext.retract POST " + RELINK,
            "erpnext.notice POST /api/resource/Comment",
            "erpnext.restore POST " + RELINK,
            "erpnext.clear DELETE /api/resource/Comment/"
                + tables.one("select provider_id from effect where kind = 'erpnext.notice'"));
    assertThat(changes()).isEmpty();
  }
}
