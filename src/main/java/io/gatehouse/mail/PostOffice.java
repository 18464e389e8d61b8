package io.gatehouse.mail;

import io.gatehouse.base.Environment;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import io.gatehouse.effects.Sandbox;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Sends e-mails; without a mail server they go to the sandbox. */
@Singleton
public class PostOffice {

  private final Optional<Smtp> smtp;
  private final Sandbox sandbox;

  PostOffice(final Environment environment, final Sandbox sandbox) {
    this.smtp = environment.smtp().map(Smtp::new);
    this.sandbox = sandbox;
  }

  /**
   * Hands one letter over. Sent again for the same effect it has the same Message-ID, by which
   * mailboxes recognise a copy (RFC 5322 §3.6.4).
   */
  public Outcome send(final Effect effect, final Letter letter) {
    return smtp.map(server -> server.send(effect, letter))
        .orElseGet(
            () ->
                sandbox.record(
                    effect,
                    Map.of("To", letter.to(), "Subject", letter.subject(), "Text", letter.text())));
  }
}
