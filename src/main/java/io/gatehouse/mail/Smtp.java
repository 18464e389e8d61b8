package io.gatehouse.mail;

import io.gatehouse.base.Environment;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Outcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** One mail server (RFC 5321). What it answers decides what comes next. */
final class Smtp {

  private static final String CONNECT_MILLISECONDS = "5000";

  /** For each answer; a letter takes about six of them. */
  private static final String READ_MILLISECONDS = "8000";

  private final Environment.Smtp server;
  private final String protocol;
  private final Session session;

  Smtp(final Environment.Smtp server) {
    this.server = server;
    this.protocol = server.tls() ? "smtps" : "smtp";
    this.session = Session.getInstance(properties());
  }

  Outcome send(final Effect effect, final Letter letter) {
    try {
      return send(message(effect, letter));
    } catch (final MessagingException unwritable) {
      return new Outcome.Refused("letter", "An address cannot be written to.");
    }
  }

  private Outcome send(final MimeMessage message) throws MessagingException {
    final Transport transport = session.getTransport(protocol);
    try {
      connect(transport);
    } catch (final AuthenticationFailedException refused) {
      return new Outcome.Refused("smtp_login", "The mail server refused user and password.");
    } catch (final MessagingException away) {
      return new Outcome.Later("smtp_unreachable", "The mail server is not to be reached.", null);
    }
    final Outcome outcome = handOver(transport, message);
    try {
      transport.close();
    } catch (final MessagingException gone) {
      return outcome;
    }
    return outcome;
  }

  private void connect(final Transport transport) throws MessagingException {
    final Environment.Smtp.@Nullable Login login = server.login().orElse(null);
    transport.connect(
        server.host(),
        server.port(),
        login == null ? null : login.user(),
        login == null ? null : login.password().reveal());
  }

  private static Outcome handOver(final Transport transport, final MimeMessage message) {
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return new Outcome.Done(String.valueOf(message.getMessageID()));
    } catch (final SendFailedException partly) {
      final var reached = partly.getValidSentAddresses();
      return reached != null && reached.length > 0
          ? new Outcome.Done("partly")
          : failed(code(partly));
    } catch (final MessagingException lost) {
      return failed(code(lost));
    }
  }

  /** RFC 5321 §4.2.1: 4yz may be tried again, 5yz may not. */
  private static Outcome failed(final int code) {
    return switch (code / 100) {
      case 4 -> new Outcome.Later("smtp_" + code, "The mail server asked for patience.", null);
      case 5 -> new Outcome.Refused("smtp_" + code, "The mail server refused the letter.");
      default -> new Outcome.Unknown("the connection broke while the letter was handed over");
    };
  }

  /** The first answer in a chain of failures, or 0. */
  private static int code(final MessagingException failed) {
    for (@Nullable Exception at = failed;
        at instanceof final MessagingException link;
        at = link.getNextException()) {
      if (link instanceof final SMTPSendFailedException send && send.getReturnCode() > 0) {
        return send.getReturnCode();
      }
      if (link instanceof final SMTPAddressFailedException address) {
        return address.getReturnCode();
      }
    }
    return 0;
  }

  private MimeMessage message(final Effect effect, final Letter letter) throws MessagingException {
    final String domain = server.from().substring(server.from().indexOf('@') + 1);
    final MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + effect.id() + "@" + domain + ">");
          }
        };
    message.setFrom(new InternetAddress(server.from()));
    for (final String to : letter.to()) {
      message.addRecipient(RecipientType.TO, new InternetAddress(to));
    }
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(effect.addedAt()));
    // No mailbox shall answer that its owner is on holiday (RFC 3834 §5).
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private Properties properties() {
    final var properties = new Properties();
    final String prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLISECONDS);
    properties.setProperty(prefix + "timeout", READ_MILLISECONDS);
    properties.setProperty(prefix + "writetimeout", READ_MILLISECONDS);
    properties.setProperty(prefix + "auth", Boolean.toString(server.login().isPresent()));
    properties.setProperty(prefix + "starttls.enable", "true");
    properties.setProperty(prefix + "starttls.required", Boolean.toString(server.startTls()));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    // One dead address among several must not keep the others from reading it.
    properties.setProperty(prefix + "sendpartial", "true");
    return properties;
  }
}
