package io.gatehouse.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealerTest {

  private static final OrganizationId OTHER = new OrganizationId("other");

  private final Sealer sealer = sealerWith(7);
  private final byte[] sealed = sealer.seal(OrganizationId.DEFAULT, "twilio", new Secret("tökén"));

  @Test
  void what_was_sealed_is_opened() {
    assertThat(sealer.open(OrganizationId.DEFAULT, "twilio", sealed).reveal()).isEqualTo("tökén");
  }

  @Test
  void sealed_bytes_differ_each_time_and_hold_nothing_readable() {
    final byte[] again = sealer.seal(OrganizationId.DEFAULT, "twilio", new Secret("tökén"));
    assertThat(again).isNotEqualTo(sealed);
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("tök");
  }

  @Test
  void another_organization_purpose_or_key_does_not_open_it() {
    assertThatThrownBy(() -> sealer.open(OTHER, "twilio", sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> sealer.open(OrganizationId.DEFAULT, "erpnext", sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> sealerWith(8).open(OrganizationId.DEFAULT, "twilio", sealed))
        .hasMessageContaining("GATEHOUSE_KEY");
  }

  @Test
  void a_changed_or_short_value_does_not_open() {
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> sealer.open(OrganizationId.DEFAULT, "twilio", sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> sealer.open(OrganizationId.DEFAULT, "twilio", new byte[3]))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Sealer sealerWith(final int filler) {
    final byte[] key = new byte[32];
    Arrays.fill(key, (byte) filler);
    return new Sealer(new Secret(Base64.getEncoder().encodeToString(key)));
  }
}
