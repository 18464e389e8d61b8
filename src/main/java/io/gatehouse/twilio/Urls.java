package io.gatehouse.twilio;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Twilio is not of one mind about default ports, so a URL is tried with and without one. */
final class Urls {

  private static final Pattern PARTS = Pattern.compile("(https?)://([^/?#]*)(.*)", Pattern.DOTALL);
  private static final Pattern PORT = Pattern.compile("(?<=[^:]):[0-9]{1,5}$");

  private Urls() {}

  /** Only the authority is edited, as text: path and query must keep their very encoding. */
  static List<String> asTwilioMayHaveWritten(final String url) {
    final Matcher parts = PARTS.matcher(url);
    if (!parts.matches()) {
      return List.of(url);
    }
    final String scheme = parts.group(1);
    final String authority = parts.group(2);
    final String bare = PORT.matcher(authority).replaceFirst("");
    final String port = bare.equals(authority) ? bare + defaultPort(scheme) : bare;
    return List.of(url, scheme + "://" + port + parts.group(3));
  }

  private static String defaultPort(final String scheme) {
    return scheme.equals("https") ? ":443" : ":80";
  }
}
