package io.gatehouse.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of the open Internet from those only this installation can reach (RFC 6890): an
 * owner's webhook must not become a way into its network. What was looked up here is what the
 * client connects to, for the JVM keeps an answer of the DNS for half a minute.
 */
final class PublicAddress {

  private PublicAddress() {}

  /**
   * Whether all addresses of a host are public.
   *
   * @throws UnknownHostException when it has none
   */
  static boolean of(final String host) throws UnknownHostException {
    final String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return Arrays.stream(InetAddress.getAllByName(bare)).allMatch(PublicAddress::isPublic);
  }

  private static boolean isPublic(final InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isAnyLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress()
        && !reserved(address);
  }

  /**
   * What the JDK has no question for: 0/8, 100.64/10, 192.0.0/24, 240/4, fc00::/7, 64:ff9b::/96.
   */
  private static boolean reserved(final InetAddress address) {
    final byte[] octets = address.getAddress();
    final int first = octets[0] & 0xff;
    final int second = octets[1] & 0xff;
    if (address instanceof Inet6Address) {
      return (first & 0xfe) == 0xfc || (first == 0 && second == 0x64);
    }
    return first == 0
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && octets[2] == 0)
        || first >= 240;
  }
}
