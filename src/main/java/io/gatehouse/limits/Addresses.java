package io.gatehouse.limits;

import io.gatehouse.base.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.netty.util.NetUtil;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where requests come from: the other end of the connection, or what the header says that {@code
 * micronaut.server.client-address-header} names. Only a proxy that always sets that one itself may
 * stand behind this name: anybody else's is a lie.
 */
@Singleton
class Addresses {

  /** One customer's network: the other half of an address is his to choose (RFC 6177 §2). */
  private static final int NETWORK_BYTES = 8;

  private static final byte[] NOWHERE = new byte[4];

  private final HttpClientAddressResolver resolver;

  Addresses(final HttpClientAddressResolver resolver) {
    this.resolver = resolver;
  }

  InetAddress of(final HttpRequest<?> request) {
    return Optional.ofNullable(resolver.resolve(request))
        .flatMap(Addresses::literal)
        .or(() -> Optional.ofNullable(request.getRemoteAddress().getAddress()))
        .map(Addresses::plain)
        .orElseGet(() -> address(NOWHERE));
  }

  /**
   * @param field where it was given
   * @throws Problem 400 when it is no address in digits; names are not looked up
   */
  static InetAddress parse(final String text, final String field) {
    return literal(text)
        .orElseThrow(
            () ->
                Problem.badRequest(
                        "address_invalid",
                        "An IP address is expected, such as 203.0.113.7 or 2001:db8::7.")
                    .with("field", field));
  }

  /** The part of an address that whoever uses it cannot change. */
  static String network(final InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
        : address.getHostAddress();
  }

  private static Optional<InetAddress> literal(final String text) {
    final byte @Nullable [] bytes =
        text.indexOf('%') < 0 ? NetUtil.createByteArrayFromIpAddressString(text) : null;
    return Optional.ofNullable(bytes).map(Addresses::address);
  }

  /** Without the zone of a link, which says nothing elsewhere. */
  private static InetAddress plain(final InetAddress address) {
    return address(address.getAddress());
  }

  /** One of IPv4 also where it was written as one of IPv6 (RFC 4291 §2.5.5.2). */
  private static InetAddress address(final byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (final UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
