package io.gatehouse.environment;

import io.gatehouse.base.Sealer;
import io.gatehouse.base.Secret;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What configured values look like, by variable or by account; another form is an
 * IllegalArgumentException.
 */
public final class Forms {

  private static final Pattern ACCOUNT_SID = Pattern.compile("AC[0-9a-fA-F]{32}");
  private static final Pattern SERVICE_SID = Pattern.compile("MG[0-9a-fA-F]{32}");
  private static final Pattern HOST = Pattern.compile("[0-9A-Za-z._:-]{1,253}");
  private static final Pattern MODEL = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._:/@+-]{0,99}");
  private static final Pattern TOKEN = Pattern.compile("[!-~]{1,500}");
  private static final int SHORTEST_OWNER_KEY = 20;

  private Forms() {}

  static int number(final String text, final int least, final int most) {
    final int number = Integer.parseInt(text);
    require(number >= least && number <= most);
    return number;
  }

  public static URI address(final String text) {
    final URI uri = URI.create(text.replaceFirst("/{1,9}$", ""));
    require("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    require(uri.getHost() != null && uri.getRawUserInfo() == null);
    require(uri.getRawQuery() == null && uri.getRawFragment() == null);
    return uri;
  }

  /** A share of one. */
  static double share(final String text) {
    final double share = Double.parseDouble(text);
    require(share >= 0 && share <= 1);
    return share;
  }

  static String host(final String text) {
    require(HOST.matcher(text).matches());
    return text;
  }

  static String model(final String text) {
    require(MODEL.matcher(text).matches());
    return text;
  }

  public static String accountSid(final String text) {
    require(ACCOUNT_SID.matcher(text).matches());
    return text;
  }

  public static String messagingServiceSid(final String text) {
    require(SERVICE_SID.matcher(text).matches());
    return text;
  }

  public static Secret token(final String text) {
    require(TOKEN.matcher(text).matches());
    return new Secret(text);
  }

  static List<Secret> tokens(final String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).map(Forms::token).toList();
  }

  static boolean yes(final String text) {
    require(text.equals("yes") || text.equals("no"));
    return text.equals("yes");
  }

  static Secret ownerKey(final String text) {
    require(text.length() >= SHORTEST_OWNER_KEY);
    return token(text);
  }

  static Secret sealingKey(final String text) {
    require(Base64.getDecoder().decode(text).length == Sealer.KEY_BYTES);
    return new Secret(text);
  }

  private static void require(final boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("another form is expected");
    }
  }
}
