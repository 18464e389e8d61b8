package io.gatehouse.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "::ffff:203.0.113.7, 203.0.113.7",
    "2001:db8:1:2:3:4:5:6, 20:01:0d:b8:00:01:00:02",
    "2001:DB8:1:2::, 20:01:0d:b8:00:01:00:02",
    "::1, 00:00:00:00:00:00:00:00"
  })
  void an_address_stands_for_the_network_it_cannot_leave(final String ip, final String network) {
    assertThat(Addresses.network(Addresses.parse(ip, "ip"))).isEqualTo(network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "203.0.113",
        "203.0.113.256",
        "fe80::1%eth0",
        "1.2.3.4:80",
        "gate.example"
      })
  void a_name_or_anything_else_is_refused_and_never_looked_up(final String text) {
    assertThatThrownBy(() -> Addresses.parse(text, "ip"))
        .isInstanceOfSatisfying(
            Problem.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.code()).isEqualTo("address_invalid");
              assertThat(refused.members()).containsEntry("field", "ip");
            });
  }

  @Test
  void what_is_shown_of_ipv6_is_the_whole_address() {
    assertThat(Addresses.parse("2001:db8::7", "ip").getHostAddress())
        .isEqualTo("2001:db8:0:0:0:0:0:7");
  }
}
