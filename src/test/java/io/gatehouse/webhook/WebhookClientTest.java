package io.gatehouse.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.gatehouse.effects.Outcome;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookClientTest {

  private final WireMockServer receiver = new WireMockServer(options().dynamicPort());
  private final WebhookClient client = new WebhookClient(true, Duration.ofMillis(700));

  @BeforeEach
  void start() {
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "200, Done",
    "202, Done",
    "204, Done",
    "301, Refused",
    "302, Refused",
    "307, Refused",
    "400, Refused",
    "401, Refused",
    "404, Refused",
    "410, Refused",
    "408, Later",
    "429, Later",
    "500, Later",
    "502, Later",
    "503, Later"
  })
  void an_answer_decides_what_comes_next(final int status, final String outcome) {
    receiver.stubFor(
        post(anyUrl())
            .willReturn(aResponse().withStatus(status).withHeader("Location", "/elsewhere")));

    assertThat(sent().getClass().getSimpleName()).isEqualTo(outcome);
    receiver.verify(1, postRequestedFor(anyUrl()));
  }

  @Test
  void patience_that_was_asked_for_is_had() {
    receiver.stubFor(
        post(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "60")));
    assertThat(sent())
        .isInstanceOfSatisfying(
            Outcome.Later.class,
            later -> assertThat(later.after()).isEqualTo(Duration.ofMinutes(1)));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_broken_answer_may_be_asked_for_again(final Fault fault) {
    receiver.stubFor(post(anyUrl()).willReturn(aResponse().withFault(fault)));
    assertThat(sent()).isInstanceOf(Outcome.class).isNotInstanceOf(Outcome.Refused.class);
  }

  @Test
  void silence_ends_in_time_and_may_be_repeated() {
    receiver.stubFor(post(anyUrl()).willReturn(aResponse().withFixedDelay(5_000)));
    assertThat(sent()).isInstanceOf(Outcome.Later.class);
  }

  @Test
  void a_receiver_that_is_away_is_tried_later() {
    final int port = receiver.port();
    receiver.stop();
    assertThat(client.post(URI.create("http://localhost:" + port), Map.of(), new byte[0]))
        .isInstanceOf(Outcome.Later.class);
    assertThat(client.post(URI.create("http://nobody.invalid/"), Map.of(), new byte[0]))
        .isInstanceOf(Outcome.Later.class);
  }

  @Test
  void a_private_address_is_refused_unless_the_installation_allows_it() {
    final var strict = new WebhookClient(false, Duration.ofSeconds(1));
    assertThat(strict.post(address(), Map.of(), new byte[0]))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("private_address"));
    receiver.verify(0, postRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "192.0.0.1", "224.0.0.1", "255.255.255.255", "[::1]", "[fe80::1]",
        "[fd00::1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]"
      })
  void addresses_that_only_the_installation_reaches(final String host) throws UnknownHostException {
    assertThat(PublicAddress.of(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "100.128.0.1", "172.32.0.1", "[2606:4700::1111]"})
  void addresses_of_the_open_internet(final String host) throws UnknownHostException {
    assertThat(PublicAddress.of(host)).isTrue();
  }

  private Outcome sent() {
    return client.post(address(), Map.of("webhook-id", "msg_1"), new byte[] {'{', '}'});
  }

  private URI address() {
    return URI.create("http://localhost:" + receiver.port() + "/hook");
  }
}
