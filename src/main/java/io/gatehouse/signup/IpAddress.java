package io.gatehouse.signup;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** IP addresses in text, as PostgreSQL takes them; never looks a name up. */
final class IpAddress {

  private static final Predicate<String> FOUR =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}").asMatchPredicate();
  private static final Predicate<String> SIX =
      Pattern.compile("[0-9a-fA-F:.]{2,45}").asMatchPredicate();

  private IpAddress() {}

  static boolean isOne(final String text) {
    return FOUR.test(text) || (text.indexOf(':') >= 0 && SIX.test(text) && isSix(text));
  }

  /** What holds a colon is a literal or nothing to Java, so that no server is asked. */
  private static boolean isSix(final String text) {
    try {
      return InetAddress.getByName(text) != null;
    } catch (final UnknownHostException none) {
      return false;
    }
  }
}
