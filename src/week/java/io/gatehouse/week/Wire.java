package io.gatehouse.week;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Forms, JSON strings and signatures, written without the gateway's code. */
final class Wire {

  private Wire() {}

  static Map<String, String> form(final String encoded) {
    final Map<String, String> form = new TreeMap<>();
    for (final String pair : encoded.split("&", -1)) {
      final int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  static String form(final Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(final String plain) {
    return URLEncoder.encode(plain, StandardCharsets.UTF_8);
  }

  private static String decoded(final String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  static String quoted(final String plain) {
    final var quoted = new StringBuilder("\"");
    for (int i = 0; i < plain.length(); i++) {
      final char c = plain.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** X-Twilio-Signature of a form, by the rule in its security documentation. */
  static String signature(
      final String url, final Map<String, String> parameters, final String token) {
    final var signed = new StringBuilder(url);
    new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
    try {
      final Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (final GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
