package io.gatehouse.twilio;

import io.gatehouse.base.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The X-Twilio-Signature: Base64 of an HMAC-SHA1 over the URL and, for a form, its parameters.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
final class Signature {

  private static final Pattern BODY_HASH =
      Pattern.compile("[?&]bodySHA256=([0-9a-fA-F]{64})(?:&|$)");

  private Signature() {}

  /**
   * @param claimed the header's value
   * @param tokens any of which may have signed: two while an account rotates them
   */
  static boolean holds(
      final SignedRequest request, final String claimed, final List<Secret> tokens) {
    final byte[] expected = claimed.getBytes(StandardCharsets.UTF_8);
    boolean holds = false;
    for (final Secret token : tokens) {
      for (final String url : Urls.asTwilioMayHaveWritten(request.url())) {
        holds |= MessageDigest.isEqual(of(url, request, token), expected);
      }
    }
    return holds && bodyIsCovered(request);
  }

  private static byte[] of(final String url, final SignedRequest request, final Secret token) {
    try {
      final Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      mac.update(url.getBytes(StandardCharsets.UTF_8));
      request.form().map(Form::signed).ifPresent(mac::update);
      return Base64.getEncoder().encode(mac.doFinal());
    } catch (final GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Of a body that is no form only a hash in the URL is signed. */
  private static boolean bodyIsCovered(final SignedRequest request) {
    final Matcher hash = BODY_HASH.matcher(request.url());
    return request.form().isPresent()
        || (hash.find() ? matches(hash.group(1), request.body()) : request.body().length == 0);
  }

  private static boolean matches(final String hash, final byte[] body) {
    try {
      final byte[] actual = MessageDigest.getInstance("SHA-256").digest(body);
      return MessageDigest.isEqual(actual, HexFormat.of().parseHex(hash));
    } catch (final GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
