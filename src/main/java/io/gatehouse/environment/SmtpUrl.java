package io.gatehouse.environment;

import io.gatehouse.base.Environment.Smtp;
import io.gatehouse.base.Environment.Smtp.Login;
import io.gatehouse.base.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes the address of a mail server apart. */
final class SmtpUrl {

  /** Message submission (RFC 6409 §3.1), and the same with TLS throughout (RFC 8314 §3.3). */
  private static final int SUBMISSION = 587;

  private static final int SUBMISSIONS = 465;

  private SmtpUrl() {}

  /**
   * Reads {@code smtp[s]://user:password@host:port?from=address&starttls=required}. STARTTLS is
   * required wherever a password is given, unless the address says {@code starttls=offered}.
   *
   * @throws IllegalArgumentException when it is another form; the message never repeats the value
   */
  static Smtp parse(final String written) {
    final URI uri = URI.create(written);
    final boolean tls = "smtps".equals(uri.getScheme());
    final String from = parameter(uri, "from").orElse("");
    if (!(tls || "smtp".equals(uri.getScheme())) || uri.getHost() == null || !isAddress(from)) {
      throw new IllegalArgumentException("not a mail server's address");
    }
    final Optional<Login> login = Optional.ofNullable(uri.getRawUserInfo()).map(SmtpUrl::login);
    final int usual = tls ? SUBMISSIONS : SUBMISSION;
    return new Smtp(
        uri.getHost(),
        uri.getPort() < 0 ? usual : uri.getPort(),
        tls,
        !tls && startTls(parameter(uri, "starttls"), login.isPresent()),
        login,
        from);
  }

  private static boolean startTls(final Optional<String> said, final boolean password) {
    final String chosen = said.orElse(password ? "required" : "offered");
    if (!List.of("required", "offered").contains(chosen)) {
      throw new IllegalArgumentException("not a way to encrypt");
    }
    return chosen.equals("required");
  }

  private static Login login(final String userInfo) {
    final int colon = userInfo.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("a user without a password");
    }
    return new Login(
        decode(userInfo.substring(0, colon)), new Secret(decode(userInfo.substring(colon + 1))));
  }

  private static Optional<String> parameter(final URI uri, final String name) {
    return Arrays.stream(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> decode(pair.substring(name.length() + 1)))
        .findFirst();
  }

  private static boolean isAddress(final String from) {
    return from.indexOf('@') > 0
        && !from.endsWith("@")
        && from.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>');
  }

  /** As in any address, a plus is a plus. */
  private static String decode(final String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
