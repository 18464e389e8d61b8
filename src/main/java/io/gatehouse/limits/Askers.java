package io.gatehouse.limits;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads who wants to do something from what a marketplace's server says of them. */
@Singleton
public class Askers {

  private final Addresses addresses;

  Askers(final Addresses addresses) {
    this.addresses = addresses;
  }

  /**
   * @param user the person's name there, if there is one yet
   * @param address the person's, as the body's {@code ip} says; without one it is the server's that
   *     asks, whose people then share it
   * @throws Problem 400 when it is no address
   */
  public Asker of(
      final Caller caller,
      final @Nullable String user,
      final @Nullable String address,
      final HttpRequest<?> request) {
    final InetAddress from =
        address == null ? addresses.of(request) : Addresses.parse(address.strip(), "ip");
    return new Asker(
        caller.organization(), Optional.ofNullable(user).filter(name -> !name.isBlank()), from);
  }
}
