package io.gatehouse.doctor;

import io.gatehouse.base.Environment;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By which a gateway knows itself, and every instance of it, and tells nobody anything. */
@Singleton
class Identity {

  static final String PATH = "/webhooks/gatehouse";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 8;

  private final String text;

  Identity(final Environment environment) {
    this.text = derived(environment.secrets().sealing().reveal());
  }

  String text() {
    return text;
  }

  private static String derived(final String key) {
    try {
      final Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      final byte[] whole = mac.doFinal("identity of the gateway".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, BYTES);
    } catch (final GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
