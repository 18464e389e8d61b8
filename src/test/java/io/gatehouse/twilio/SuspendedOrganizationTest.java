package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What Twilio hands over for a suspended organization is taken, kept and not passed on. */
@NullUnmarked
class SuspendedOrganizationTest extends SmsTest {

  @Test
  void its_messages_wait_and_nobody_is_answered() {
    tables.run("update organization set standing = 'suspended' where id = 'default'");
    receive("SM1", CLIENT, CLEAN);
    receive("SM2", SITTER, LEAK);
    receive("SM2", SITTER, LEAK);
    assertThat(sent()).isEmpty();
    assertThat(states()).containsExactly("hold withheld", "hold withheld");
    assertThat(tables.strings("select distinct envelope->>'held' from message_event"))
        .containsExactly("organization_suspended");
  }

  @Test
  void who_opts_out_is_heard_all_the_same_B66() {
    tables.run("update organization set standing = 'suspended' where id = 'default'");
    receive("SM1", CLIENT, "STOP");
    assertThat(tables.count("opt_out")).isOne();
  }
}
