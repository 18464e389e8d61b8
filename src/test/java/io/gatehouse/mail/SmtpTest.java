package io.gatehouse.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.gatehouse.base.Environment;
import io.gatehouse.base.Environment.Smtp.Login;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Reference;
import io.gatehouse.base.Secret;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.Outcome;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over the wire, with a mail server in this process. */
class SmtpTest {

  private static final UUID ID = UUID.fromString("019caef4-ba40-7000-9f1d-92bc6faf3a40");
  private static final Letter LETTER =
      new Letter(
          List.of("boss@pawpost.app", "deputy@pawpost.app"),
          "[L'équipe] 7 messages",
          "Der Hund heißt Zoë.\n.\nEnd");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_letter_arrives_at_all_its_addresses_as_it_was_written() throws Exception {
    final Outcome outcome = smtp(Optional.empty(), false).send(effect(), LETTER);

    assertThat(outcome).isEqualTo(new Outcome.Done("<" + ID + "@gate.example.com>"));
    assertThat(server.getReceivedMessages()).hasSize(2);
    final MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo(LETTER.subject());
    assertThat(((String) message.getContent()).replace("\r\n", "\n").stripTrailing())
        .isEqualTo(LETTER.text());
    assertThat(message.getFrom()[0]).hasToString("owner@gate.example.com");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void sent_again_it_has_the_same_message_id() throws Exception {
    smtp(Optional.empty(), false).send(effect(), LETTER);
    smtp(Optional.empty(), false).send(effect(), LETTER);

    assertThat(server.getReceivedMessages())
        .extracting(MimeMessage::getMessageID)
        .containsOnly("<" + ID + "@gate.example.com>");
  }

  @Test
  void a_user_signs_in_and_a_wrong_password_is_refused() {
    server.setUser("gate", "gate", "right");

    assertThat(smtp(login("right"), false).send(effect(), LETTER)).isInstanceOf(Outcome.Done.class);
    assertThat(smtp(login("wrong"), false).send(effect(), LETTER))
        .isEqualTo(new Outcome.Refused("smtp_login", "The mail server refused user and password."));
  }

  @Test
  void a_server_without_encryption_gets_no_password_where_it_is_required() {
    server.setUser("gate", "gate", "right");

    assertThat(smtp(login("right"), true).send(effect(), LETTER)).isInstanceOf(Outcome.Later.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_server_that_is_away_is_tried_later() {
    final Smtp smtp = smtp(Optional.empty(), false);
    server.stop();

    assertThat(smtp.send(effect(), LETTER)).isInstanceOf(Outcome.Later.class);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 451 try later, Later",
    "MAIL, 553 no such sender, Refused",
    "RCPT, 450 busy, Later",
    "RCPT, 550 nobody here, Refused",
    "DATA, 452 full, Later",
    "DATA, 554 no, Refused",
    "., 451 later, Later",
    "., 554 spam, Refused",
    "., , Unknown"
  })
  void what_the_server_says_decides_what_comes_next(
      final String at, final String answer, final String outcome) throws Exception {
    try (var gruff = new GruffServer(at, Optional.ofNullable(answer))) {
      final var smtp = new Smtp(address(gruff.port(), Optional.empty(), false));

      assertThat(smtp.send(effect(), LETTER).getClass().getSimpleName()).isEqualTo(outcome);
    }
  }

  @Test
  void an_address_nobody_can_write_to_is_refused() {
    assertThat(
            smtp(Optional.empty(), false)
                .send(effect(), new Letter(List.of("a@b@c"), "Subject", "Text")))
        .isInstanceOf(Outcome.Refused.class);
  }

  private Smtp smtp(final Optional<Login> login, final boolean startTls) {
    return new Smtp(address(server.getSmtp().getPort(), login, startTls));
  }

  private static Environment.Smtp address(
      final int port, final Optional<Login> login, final boolean startTls) {
    return new Environment.Smtp(
        "127.0.0.1", port, false, startTls, login, "owner@gate.example.com");
  }

  private static Optional<Login> login(final String password) {
    return Optional.of(new Login("gate", new Secret(password)));
  }

  private static Effect effect() {
    return new Effect(
        ID,
        OrganizationId.DEFAULT,
        Lane.MAIL,
        "tell.mail",
        null,
        null,
        new Reference("GH-3F9K2"),
        Map.of(),
        1,
        Instant.parse("2026-03-02T14:30:00Z"));
  }
}
