package io.gatehouse.accounts;

import io.gatehouse.base.Secret;
import io.gatehouse.environment.Forms;
import io.gatehouse.json.Part;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Accounts as JSON: the form in which they are given and, sealed, in which they are kept. */
final class AccountReader {

  /** While rotating there are two; more would only make a forged signature likelier to pass. */
  private static final int MOST_SECRETS = 4;

  static final URI TWILIO = URI.create("https://api.twilio.com");

  private AccountReader() {}

  static TwilioAccount twilio(final Part part) {
    part.only(Set.of("account_sid", "auth_tokens", "api_url", "messaging_service_sid"));
    final Optional<String> sid =
        part.at("account_sid").text(form(Forms::accountSid), "AC and 32 hexadecimal digits");
    final List<Secret> tokens = secrets(part.at("auth_tokens"));
    if (sid.isPresent() && tokens.isEmpty()) {
      part.at("auth_tokens").refuse("must hold the account's auth token");
    }
    return new TwilioAccount(
        sid,
        tokens,
        address(part.at("api_url")).orElse(TWILIO),
        part.at("messaging_service_sid")
            .text(form(Forms::messagingServiceSid), "MG and 32 hexadecimal digits"));
  }

  static ErpnextAccount erpnext(final Part part) {
    part.only(Set.of("url", "api_key", "api_secret", "webhook_secrets"));
    return new ErpnextAccount(site(part), secrets(part.at("webhook_secrets")));
  }

  static Map<String, Object> document(final TwilioAccount account) {
    final Map<String, Object> document = new LinkedHashMap<>();
    account.sid().ifPresent(sid -> document.put("account_sid", sid));
    document.put("auth_tokens", revealed(account.tokens()));
    document.put("api_url", account.api().toString());
    account.messagingService().ifPresent(sid -> document.put("messaging_service_sid", sid));
    return document;
  }

  static Map<String, Object> document(final ErpnextAccount account) {
    final Map<String, Object> document = new LinkedHashMap<>();
    account
        .site()
        .ifPresent(
            site -> {
              document.put("url", site.url().toString());
              document.put("api_key", site.apiKey().reveal());
              document.put("api_secret", site.apiSecret().reveal());
            });
    document.put("webhook_secrets", revealed(account.webhookSecrets()));
    return document;
  }

  /** A site needs all three; none of them is a sandbox. */
  private static Optional<ErpnextAccount.Site> site(final Part part) {
    final List<Part> parts = List.of(part.at("url"), part.at("api_key"), part.at("api_secret"));
    if (parts.stream().allMatch(Part::missing)) {
      return Optional.empty();
    }
    parts.forEach(Part::needed);
    final Optional<URI> url = address(parts.get(0));
    final Optional<Secret> key = secret(parts.get(1));
    final Optional<Secret> secret = secret(parts.get(2));
    return url.isPresent() && key.isPresent() && secret.isPresent()
        ? Optional.of(new ErpnextAccount.Site(url.get(), key.get(), secret.get()))
        : Optional.empty();
  }

  private static List<Secret> secrets(final Part list) {
    return list.items(MOST_SECRETS).stream()
        .flatMap(item -> secret(item.needed()).stream())
        .toList();
  }

  private static Optional<Secret> secret(final Part part) {
    return part.text(form(Forms::token), "1 to 500 characters without blanks").map(Secret::new);
  }

  private static Optional<URI> address(final Part part) {
    return part.text(form(Forms::address), "an http or https address without query")
        .map(Forms::address);
  }

  private static List<String> revealed(final List<Secret> secrets) {
    return secrets.stream().map(Secret::reveal).toList();
  }

  private static Predicate<String> form(final Consumer<String> reading) {
    return text -> {
      try {
        reading.accept(text);
        return true;
      } catch (final IllegalArgumentException anotherForm) {
        return false;
      }
    };
  }
}
