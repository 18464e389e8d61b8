package io.gatehouse.feed;

import io.gatehouse.base.Environment;
import io.gatehouse.settings.FeedSettings;
import io.gatehouse.settings.FeedSettings.Share;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What of a text and a place leaves (S3.16, S3.22, B42): nothing, a hash, or all of it. A hash is
 * keyed for each organization with a key that never leaves: equal texts are recognised, but nobody
 * can try out phone numbers against it, or compare two organizations' messages.
 */
@Singleton
class Sharing {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "feed/";

  private final byte[] key;

  Sharing(final Environment environment) {
    this.key = Base64.getDecoder().decode(environment.secrets().sealing().reveal());
  }

  Optional<Object> content(
      final EntryRow row, final FeedSettings rules, final @Nullable String text) {
    return text == null ? Optional.empty() : shared(row, rules.content(), "content", text, text);
  }

  /** Where it was written, as the application said it. */
  Optional<Object> position(final EntryRow row, final FeedSettings rules) {
    final Map<String, String> envelope = Objects.requireNonNullElse(row.envelope(), Map.of());
    final String latitude = envelope.get("gps_lat");
    final String longitude = envelope.get("gps_lon");
    if (latitude == null || longitude == null) {
      return Optional.empty();
    }
    final Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("lat", Double.valueOf(latitude));
    plain.put("lon", Double.valueOf(longitude));
    return shared(row, rules.position(), "position", latitude + "," + longitude, plain);
  }

  private Optional<Object> shared(
      final EntryRow row,
      final Share share,
      final String what,
      final String words,
      final Object plain) {
    return switch (share) {
      case OMIT -> Optional.empty();
      case HASH -> Optional.of(hash(row.organizationId(), what, words));
      case PLAIN -> Optional.of(plain);
    };
  }

  private String hash(final String organization, final String what, final String words) {
    final byte[] own = hmac(key, PURPOSE + what + "/" + organization);
    return "hmac-sha256:" + HexFormat.of().formatHex(hmac(own, words));
  }

  private static byte[] hmac(final byte[] with, final String words) {
    try {
      final Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(with, ALGORITHM));
      return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
    } catch (final GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
