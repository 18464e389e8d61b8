package io.gatehouse.message;

import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.detection.Span;
import java.util.Comparator;
import java.util.List;

/** Masks findings so that people recognise what was meant without being able to use it. */
public final class Redaction {

  private static final String HIDDEN = "[REDACTED]";
  private static final int DIGITS_SHOWN = 4;

  private Redaction() {}

  /** The text with every finding that points into it masked; {@code findings} in any order. */
  public static String mask(final String text, final List<Finding> findings) {
    final var masked = new StringBuilder();
    int at = 0;
    for (final Finding finding : inOrder(findings)) {
      final Span span = finding.span();
      if (span.end() <= at || span.end() > text.length()) {
        continue;
      }
      final int from = Math.max(at, span.start());
      masked.append(text, at, from).append(mask(finding.type(), text.substring(from, span.end())));
      at = span.end();
    }
    return masked.append(text, at, text.length()).toString();
  }

  /** One finding's text, masked by its class (S5's redaction). */
  public static String mask(final FindingClass type, final String found) {
    return switch (type) {
      case PHONE_NUMBER -> lastDigits(found);
      case EMAIL_ADDRESS -> "***" + fromLast('@', found);
      case URL -> host(found);
      case SOCIAL_MEDIA, MESSAGING_PLATFORM, BYPASS_LANGUAGE, PAYMENT_BYPASS -> HIDDEN;
    };
  }

  /**
   * A person's e-mail address, number or name in an application, for whoever must only tell people
   * apart. An application's own name is no contact, unless it is an address or a number itself.
   */
  public static String address(final String address) {
    if (address.contains("@")) {
      return mask(FindingClass.EMAIL_ADDRESS, address);
    }
    return address.chars().anyMatch(Character::isLetter)
        ? address
        : mask(FindingClass.PHONE_NUMBER, address);
  }

  private static List<Finding> inOrder(final List<Finding> findings) {
    return findings.stream().sorted(Comparator.comparingInt(f -> f.span().start())).toList();
  }

  private static String lastDigits(final String found) {
    final String digits = found.replaceAll("[^0-9]", "");
    return digits.length() < 2 * DIGITS_SHOWN - 1
        ? HIDDEN
        : "***-***-" + digits.substring(digits.length() - DIGITS_SHOWN);
  }

  private static String fromLast(final char mark, final String found) {
    final int at = found.lastIndexOf(mark);
    return at < 0 ? "" : found.substring(at);
  }

  private static String host(final String found) {
    final int scheme = found.indexOf("://");
    final String rest = scheme < 0 ? found : found.substring(scheme + 3);
    final int slash = rest.indexOf('/');
    return "***" + (slash < 0 ? rest : rest.substring(0, slash));
  }
}
