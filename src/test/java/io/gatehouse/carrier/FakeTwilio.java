package io.gatehouse.carrier;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Twilio's Messages resource, by WireMock. */
public final class FakeTwilio implements AutoCloseable {

  public static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  public static final String TOKEN = "0123456789abcdef0123456789abcdef";
  public static final String SID = "SM00000000000000000000000000000001";

  private static final String ACCEPTED =
      """
      {"sid":"%s","account_sid":"%s","from":"+16045550100","to":"+16045550111","body":"x",
       "status":"queued","direction":"outbound-api","num_segments":"1","num_media":"0",
       "error_code":null,"error_message":null,"price":null,"price_unit":"USD",
       "date_created":"Mon, 02 Mar 2026 14:30:00 +0000","api_version":"2010-04-01",
       "messaging_service_sid":null,"a_field_of_next_year":{"x":[1]}}
      """
          .formatted(SID, ACCOUNT);

  private final FakeMessages messages = new FakeMessages();
  private final int port = freePort();
  private WireMockServer server = started();

  public String url() {
    return "http://localhost:" + port;
  }

  /** Nobody listens any more. */
  public void leave() {
    server.stop();
  }

  /** Listens again, with no memory of what was asked. */
  public void comeBack() {
    server.stop();
    server = started();
  }

  private WireMockServer started() {
    final var starting =
        new WireMockServer(WireMockConfiguration.options().port(port).extensions(messages));
    starting.start();
    return starting;
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (final IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  public void accepts() {
    answers(accepted());
  }

  /** What it has; listed and shown unless it is told otherwise. */
  public FakeMessages messages() {
    return messages;
  }

  /** Takes every message, each under a name of its own. */
  public void takes() {
    takesAndAnswers(json(201));
  }

  /** Takes every message, whatever it answers then. */
  public void takesAndAnswers(final ResponseDefinitionBuilder answer) {
    answers(answer.withTransformers(FakeMessages.NAME));
  }

  /** How it answers when it is asked for messages. */
  public void whenAsked(final ResponseDefinitionBuilder answer) {
    server.stubFor(get(anyUrl()).atPriority(1).willReturn(answer));
  }

  public void refuses(final int status, final int code) {
    answers(
        json(status)
            .withBody(
                "{\"code\":%d,\"message\":\"about +16045550111\",\"status\":%d,\"more_info\":\"\"}"
                    .formatted(code, status)));
  }

  public void answers(final ResponseDefinitionBuilder answer) {
    server.resetMappings();
    server.stubFor(post(anyUrl()).willReturn(answer));
    server.stubFor(get(anyUrl()).willReturn(json(200).withTransformers(FakeMessages.NAME)));
  }

  /** Each time by another name. */
  public static ResponseDefinitionBuilder acceptedAnew() {
    return json(201)
        .withBody(ACCEPTED.replace(SID, "SM{{randomValue length=32 type='HEXADECIMAL'}}"))
        .withTransformers("response-template");
  }

  public static ResponseDefinitionBuilder accepted() {
    return json(201).withBody(ACCEPTED);
  }

  public static ResponseDefinitionBuilder json(final int status) {
    return aResponse().withStatus(status).withHeader("Content-Type", "application/json");
  }

  /** What it was asked, oldest first. */
  public List<LoggedRequest> requests() {
    return server.getAllServeEvents().reversed().stream()
        .map(event -> LoggedRequest.createFrom(event.getRequest()))
        .toList();
  }

  /** The parameters of what it was asked. */
  public List<Map<String, String>> forms() {
    return requests().stream()
        .filter(request -> RequestMethod.POST.equals(request.getMethod()))
        .map(request -> parameters(request.getBodyAsString()))
        .toList();
  }

  static Map<String, String> parameters(final String form) {
    return Arrays.stream(form.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
  }

  private static String decoded(final String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop();
  }
}
