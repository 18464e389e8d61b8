package io.gatehouse.twilio;

import io.gatehouse.carrier.FakeTwilio;
import io.gatehouse.testkit.Api;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Calls the gateway as Twilio does, signing by its rule but with code of its own, through a proxy
 * that lies.
 */
@Singleton
final class Webhook {

  static final String TOKEN = "test-TWILIO_AUTH_TOKEN";
  static final String PATH = "/webhooks/twilio/sms";

  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

  private final Api api;

  Webhook(final Api api) {
    this.api = api;
  }

  /** A message with what Twilio always sends beside it. */
  HttpResponse<String> sms(
      final String sid, final String from, final String to, final String body) {
    return post(parameters(sid, from, to, body));
  }

  static Map<String, String> parameters(
      final String sid, final String from, final String to, final String body) {
    final Map<String, String> parameters = new TreeMap<>();
    parameters.put("MessageSid", sid);
    parameters.put("SmsSid", sid);
    parameters.put("AccountSid", FakeTwilio.ACCOUNT);
    parameters.put("From", from);
    parameters.put("To", to);
    parameters.put("Body", body);
    parameters.put("NumMedia", "0");
    parameters.put("FromCity", "");
    return parameters;
  }

  HttpResponse<String> post(final Map<String, String> parameters) {
    return post(PATH, parameters, TOKEN);
  }

  HttpResponse<String> post(
      final String path, final Map<String, String> parameters, final String token) {
    final var signed = new StringBuilder(url(path));
    new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
    return raw(path, FORM, encoded(parameters), signature(signed.toString(), token));
  }

  HttpResponse<String> get(final Map<String, String> parameters) {
    final String path = PATH + "?" + encoded(parameters);
    final String signature = signature(url(path), TOKEN);
    return api.send(api.request(path).header("X-Twilio-Signature", signature).GET());
  }

  HttpResponse<String> raw(
      final String path, final String type, final String body, final String signature) {
    return api.send(
        api.request(path)
            .header("Content-Type", type)
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "evil.example.com")
            .header("X-Twilio-Signature", signature)
            .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));
  }

  HttpResponse<String> unsigned(final String body) {
    return api.send(
        api.request(PATH).header("Content-Type", FORM).POST(BodyPublishers.ofString(body)));
  }

  /** As the sender's address bar would show it. */
  String url(final String path) {
    final URI uri = api.request(path).GET().build().uri();
    return uri.toString();
  }

  static String signature(final String signed, final String token) {
    return signature(signed.getBytes(StandardCharsets.UTF_8), token);
  }

  /** Of bytes that are no UTF-8, one char each. */
  static String signatureOfOctets(final String signed, final String token) {
    return signature(signed.getBytes(StandardCharsets.ISO_8859_1), token);
  }

  private static String signature(final byte[] signed, final String token) {
    try {
      final Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (final GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static String encoded(final Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
