package io.gatehouse.download;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.gatehouse.accounts.TwilioAccount;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class FetcherTest {

  private static final String MEDIA =
      "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages/MM1/Media/ME1";
  private static final int MOST = 5000;

  private final WireMockServer api =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private final Fetcher fetcher =
      new Fetcher(
          new Places(), new DownloadSettings(Duration.ofSeconds(1), Duration.ofMillis(1500), MOST));

  @BeforeEach
  void forget() {
    api.start();
    api.resetAll();
  }

  @AfterAll
  void leave() {
    api.stop();
    fetcher.stop();
  }

  @Test
  void a_file_is_fetched_with_the_accounts_credentials() {
    api.stubFor(
        get(MEDIA)
            .withBasicAuth("AC0123456789abcdef0123456789abcdef", "token")
            .willReturn(file(7)));
    assertThat(fetch())
        .isInstanceOfSatisfying(Fetched.Taken.class, taken -> assertThat(taken.bytes()).hasSize(7));
  }

  @Test
  void a_redirect_is_followed_without_credentials() {
    api.stubFor(get(MEDIA).willReturn(redirect("/cdn")));
    api.stubFor(get("/cdn").willReturn(file(7)));
    assertThat(fetch()).isInstanceOf(Fetched.Taken.class);
    assertThat(api.findAll(getRequestedFor(urlEqualTo("/cdn"))))
        .singleElement()
        .satisfies(request -> assertThat(request.containsHeader("Authorization")).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/x",
        "http://mms.twiliocdn.com/x",
        "https://169.254.169.254/latest",
        "file:///etc/passwd",
        "http://localhost:1/x",
      })
  void a_redirect_elsewhere_is_not_followed(final String elsewhere) {
    api.stubFor(get(MEDIA).willReturn(redirect(elsewhere)));
    assertThat(fetch()).isEqualTo(new Fetched.Unfit("host"));
  }

  @Test
  void a_redirect_that_goes_round_ends() {
    api.stubFor(get(anyUrl()).willReturn(redirect(MEDIA)));
    assertThat(fetch()).isEqualTo(new Fetched.Unfit("redirects"));
    assertThat(api.getAllServeEvents()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "404, gone",
    "410, gone",
    "401, unauthorized",
    "403, unauthorized",
    "400, refused",
    "204, refused",
    "200, empty",
    "302, host"
  })
  void what_cannot_be_had_is_unfit(final int status, final String reason) {
    api.stubFor(
        get(MEDIA)
            .willReturn(aResponse().withStatus(status).withHeader("Location", "https://a.b/c")));
    assertThat(fetch()).isEqualTo(new Fetched.Unfit(reason));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429, 408})
  void what_may_pass_is_for_later(final int status) {
    api.stubFor(
        get(MEDIA).willReturn(aResponse().withStatus(status).withHeader("Retry-After", "9")));
    assertThat(fetch())
        .isInstanceOfSatisfying(
            Fetched.NotNow.class,
            later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(9)));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_broken_connection_is_for_later(final Fault fault) {
    api.stubFor(get(MEDIA).willReturn(aResponse().withFault(fault)));
    assertThat(fetch()).isInstanceOf(Fetched.NotNow.class);
  }

  @Test
  void nobody_there_is_for_later() {
    final TwilioAccount account = account();
    api.stop();
    assertThat(fetcher.fetch(account.api() + MEDIA, account)).isInstanceOf(Fetched.NotNow.class);
  }

  @Test
  void a_file_is_taken_up_to_the_cap() {
    api.stubFor(get(MEDIA).willReturn(file(MOST)));
    assertThat(fetch()).isInstanceOf(Fetched.Taken.class);
    api.stubFor(get(MEDIA).willReturn(file(MOST + 1)));
    assertThat(fetch()).isEqualTo(new Fetched.Unfit("too_large"));
  }

  @Test
  void a_file_that_does_not_say_its_length_is_cut() {
    api.stubFor(get(MEDIA).willReturn(file(MOST * 20).withChunkedDribbleDelay(10, 100)));
    assertThat(fetch()).isEqualTo(new Fetched.Unfit("too_large"));
  }

  @Test
  void a_header_that_says_two_gigabytes_is_believed_before_anything_is_read() throws Exception {
    try (ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      final Thread liar = Thread.ofVirtual().start(() -> saysTwoGigabytes(raw));
      final TwilioAccount account = PlacesTest.account("http://localhost:" + raw.getLocalPort());
      assertThat(fetcher.fetch(account.api() + MEDIA, account))
          .isEqualTo(new Fetched.Unfit("too_large"));
      liar.join();
    }
  }

  @Test
  void a_file_that_drips_for_ever_is_for_later() {
    api.stubFor(get(MEDIA).willReturn(file(100).withChunkedDribbleDelay(50, 60_000)));
    assertThat(fetch()).isInstanceOf(Fetched.NotNow.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not an address", "https://[x", "http://"})
  void what_is_no_address_is_unfit(final String url) {
    assertThat(fetcher.fetch(url, account())).isInstanceOf(Fetched.Unfit.class);
  }

  private Fetched fetch() {
    final TwilioAccount account = account();
    return fetcher.fetch(account.api() + MEDIA, account);
  }

  private TwilioAccount account() {
    return PlacesTest.account("http://localhost:" + api.port());
  }

  private static ResponseDefinitionBuilder file(final int size) {
    return aResponse().withBody(new byte[size]);
  }

  private static ResponseDefinitionBuilder redirect(final String to) {
    return aResponse().withStatus(307).withHeader("Location", to);
  }

  /** Sends no byte of the body, so that whoever waits for one waits in vain. */
  private static void saysTwoGigabytes(final ServerSocket raw) {
    try (var connection = raw.accept()) {
      connection
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      connection.getOutputStream().flush();
      connection.getInputStream().readAllBytes();
    } catch (final IOException hungUp) {
      // As it should.
    }
  }
}
