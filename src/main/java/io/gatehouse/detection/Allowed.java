package io.gatehouse.detection;

import io.gatehouse.base.E164;
import io.gatehouse.recognition.Candidate;
import java.net.IDN;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The deployment's lists in the forms they are compared in: E.164, IDNA, lower case (B6, B8). */
final class Allowed {

  private final Set<String> emails = new HashSet<>();
  private final Set<String> phones = new HashSet<>();
  private final Set<String> domains = new HashSet<>();
  private final Set<String> brands = new HashSet<>();
  private final String region;

  /**
   * @param publicNames first labels of official domains that are words of everyday talk
   */
  Allowed(final Known known, final String region, final Set<String> publicNames) {
    this.region = region;
    known.emails().forEach(email -> emails.add(address(email)));
    known
        .phones()
        .forEach(phone -> E164.parse(phone, region).ifPresent(n -> phones.add(n.value())));
    known.domains().forEach(domain -> domains.add(host(domain)));
    known.vocabulary().forEach(name -> brands.add(name.toLowerCase(Locale.ROOT)));
    domains.forEach(domain -> brands.add(label(domain)));
    brands.removeAll(publicNames);
  }

  Set<String> brands() {
    return brands;
  }

  boolean covers(final Candidate candidate) {
    return switch (candidate.topic()) {
      case "email_address" -> email(candidate.value());
      case "phone_number" -> phone(candidate.value());
      case "url" -> domain(candidate.value());
      default -> false;
    };
  }

  private boolean email(final String email) {
    return emails.contains(address(email)) || domain(email.substring(email.indexOf('@') + 1));
  }

  private boolean phone(final String number) {
    return !phones.isEmpty()
        && E164.parse(number, region).filter(n -> phones.contains(n.value())).isPresent();
  }

  /** A listed domain or any domain below it. */
  private boolean domain(final String url) {
    String host = host(url);
    while (!host.isEmpty()) {
      if (domains.contains(host)) {
        return true;
      }
      final int dot = host.indexOf('.');
      host = dot < 0 ? "" : host.substring(dot + 1);
    }
    return false;
  }

  private static String label(final String domain) {
    final int dot = domain.indexOf('.');
    return dot < 0 ? domain : domain.substring(0, dot);
  }

  /** The host of an address without scheme, as it is compared. */
  static String host(final String url) {
    int end = 0;
    while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    final String host = url.substring(0, end).toLowerCase(Locale.ROOT);
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (final IllegalArgumentException notAHost) {
      return host;
    }
  }

  /** Lower case, without a plus-tag. */
  static String address(final String email) {
    final String lower = email.strip().toLowerCase(Locale.ROOT);
    final int at = lower.lastIndexOf('@');
    final int plus = lower.indexOf('+');
    return plus > 0 && plus < at ? lower.substring(0, plus) + lower.substring(at) : lower;
  }
}
