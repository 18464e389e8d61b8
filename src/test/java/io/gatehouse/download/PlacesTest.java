package io.gatehouse.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.TwilioAccount;
import io.gatehouse.base.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

  private static final String SID = "AC0123456789abcdef0123456789abcdef";
  private static final TwilioAccount ACCOUNT = account("https://api.twilio.com");

  private final Places places = new Places();

  static TwilioAccount account(final String api) {
    return new TwilioAccount(
        Optional.of(SID), List.of(new Secret("token")), URI.create(api), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.twilio.com/2010-04-01/Accounts/x",
        "https://API.twilio.com:443/x",
        "https://api.dublin.ie1.twilio.com/x",
        "https://mms.twiliocdn.com/x?signed=1",
        "https://media.twiliocdn.com.s3-external-1.amazonaws.com/x",
        "https://s3-external-1.amazonaws.com/media.twiliocdn.com/x",
      })
  void twilios_hosts_are_known(final String place) {
    assertThat(places.known(URI.create(place), ACCOUNT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.twilio.com/x",
        "https://api.twilio.com:8443/x",
        "https://api.twilio.com.evil.example/x",
        "https://eviltwilio.com/x",
        "https://me:pw@api.twilio.com/x",
        "https://api.twilio.com@evil.example/x",
        "https://s3-external-1.amazonaws.com/evil/x",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/x",
        "http://localhost:8080/x",
        "file:///etc/passwd",
        "gopher://api.twilio.com/x",
        "//api.twilio.com/x",
        "",
      })
  void nothing_else_is(final String place) {
    assertThat(places.known(URI.create(place), ACCOUNT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mms.twiliocdn.com/2010-04-01/Accounts/" + SID + "/x",
        "https://api.dublin.ie1.twilio.com/2010-04-01/Accounts/" + SID + "/x",
        "https://api.twilio.com/2010-04-01/Accounts/AC99999999999999999999999999999999/x",
        "https://api.twilio.com/x",
      })
  void credentials_go_to_the_accounts_own_resources_only(final String place) {
    assertThat(places.own(URI.create(place), ACCOUNT)).isFalse();
    final String own =
        "https://api.twilio.com/2010-04-01/Accounts/" + SID + "/Messages/MM/Media/ME";
    assertThat(places.own(URI.create(own), ACCOUNT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "10.0.0.1",
        "172.16.5.5",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "fec0::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "ff02::1",
      })
  void addresses_within_are_not_public(final String address) throws UnknownHostException {
    assertThat(Places.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"54.231.0.1", "2600:1f18::1", "100.128.0.1", "172.32.0.1"})
  void others_are(final String address) throws UnknownHostException {
    assertThat(Places.isPublic(InetAddress.getByName(address))).isTrue();
  }
}
