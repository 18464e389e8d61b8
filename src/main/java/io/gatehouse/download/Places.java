package io.gatehouse.download;

import io.gatehouse.accounts.TwilioAccount;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where files may be fetched from: a webhook names an address, and whoever could forge one must not
 * make this server ask its own network (SSRF). The hosts stand in {@code download/hosts.txt}.
 */
@Singleton
class Places {

  private static final String FILE = "/download/hosts.txt";

  private final List<String> hosts;

  Places() {
    try (InputStream file = Objects.requireNonNull(Places.class.getResourceAsStream(FILE))) {
      hosts =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
    } catch (final IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether a file may be asked for there: Twilio's hosts, and what stands in for its API. */
  boolean known(final URI place, final TwilioAccount account) {
    return place.getRawUserInfo() == null
        && (sameOrigin(place, account.api())
            || "https".equals(place.getScheme())
                && (place.getPort() == -1 || place.getPort() == 443)
                && listed(place));
  }

  /** Whether the account's credentials go there: to its own resources at the API, nowhere else. */
  boolean own(final URI place, final TwilioAccount account) {
    return sameOrigin(place, account.api())
        && account
            .sid()
            .filter(sid -> place.getRawPath().startsWith("/2010-04-01/Accounts/" + sid + "/"))
            .isPresent();
  }

  /**
   * Whether all addresses of the host belong to the public network. What was configured in place of
   * Twilio's API may be anywhere.
   *
   * @throws UnknownHostException when it has none, which may pass
   */
  boolean isPublic(final URI place, final TwilioAccount account) throws UnknownHostException {
    if (sameOrigin(place, account.api()) && !listed(place)) {
      return true;
    }
    return Arrays.stream(InetAddress.getAllByName(place.getHost())).allMatch(Places::isPublic);
  }

  static boolean isPublic(final InetAddress address) {
    final byte[] bytes = address.getAddress();
    final int first = bytes[0] & 0xFF;
    final int second = bytes[1] & 0xFF;
    final boolean special =
        bytes.length == 4
            ? first == 0
                || first >= 224
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0
                || first == 198 && (second == 18 || second == 19)
            : (first & 0xFE) == 0xFC || first == 0 && second == 0x64;
    return !special
        && !address.isLoopbackAddress()
        && !address.isAnyLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress();
  }

  /** A line is a host, or with a slash also how the path begins; a dot in front means below it. */
  private boolean listed(final URI place) {
    final String host =
        Optional.ofNullable(place.getHost()).map(name -> name.toLowerCase(Locale.ROOT)).orElse("");
    return hosts.stream()
        .anyMatch(
            line -> {
              final String[] parts = line.split("/", 2);
              return (parts[0].startsWith(".") ? host.endsWith(parts[0]) : host.equals(parts[0]))
                  && (parts.length == 1 || place.getRawPath().startsWith("/" + parts[1]));
            });
  }

  private static boolean sameOrigin(final URI one, final URI other) {
    return Objects.equals(one.getScheme(), other.getScheme())
        && one.getHost() != null
        && one.getHost().equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort();
  }
}
