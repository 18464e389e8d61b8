package io.gatehouse.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Environment.Smtp;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpUrlTest {

  @Test
  void a_password_is_only_said_over_an_encrypted_connection() {
    final Smtp smtp = SmtpUrl.parse("smtp://gate:p%40ss+1@mail.example.com?from=g@example.com");

    assertThat(smtp.host()).isEqualTo("mail.example.com");
    assertThat(smtp.port()).isEqualTo(587);
    assertThat(smtp.startTls()).isTrue();
    assertThat(smtp.login().orElseThrow().user()).isEqualTo("gate");
    assertThat(smtp.login().orElseThrow().password().reveal()).isEqualTo("p@ss+1");
    assertThat(smtp.toString()).doesNotContain("p@ss");
  }

  @Test
  void tls_throughout_needs_no_starttls() {
    assertThat(SmtpUrl.parse("smtps://mail.example.com?from=g@example.com"))
        .isEqualTo(
            new Smtp("mail.example.com", 465, true, false, Optional.empty(), "g@example.com"));
  }

  @Test
  void a_server_next_door_may_go_without() {
    final Smtp smtp =
        SmtpUrl.parse("smtp://u:p@localhost:2525?starttls=offered&from=g%2Bx@example.com");
    assertThat(smtp.startTls()).isFalse();
    assertThat(smtp.port()).isEqualTo(2525);
    assertThat(smtp.from()).isEqualTo("g+x@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example.com",
        "http://mail.example.com?from=g@example.com",
        "smtp://mail.example.com",
        "smtp://mail.example.com?from=nobody",
        "smtp://mail.example.com?from=a@b%0d%0aBcc:x@y",
        "smtp://user@mail.example.com?from=g@example.com",
        "smtp://mail.example.com?from=g@example.com&starttls=maybe"
      })
  void another_form_is_refused(final String written) {
    assertThatThrownBy(() -> SmtpUrl.parse(written)).isInstanceOf(IllegalArgumentException.class);
  }
}
