package io.gatehouse.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.gatehouse.carrier.FakeTwilio;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.Keys;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What tests of messages with files have in common: Twilio keeps files and takes messages. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MmsTest extends SmsTest implements TestPropertyProvider {

  static final String PUBLIC = "https://gate.example.com";

  private static final String ACCOUNT = "/2010-04-01/Accounts/" + FakeTwilio.ACCOUNT;
  private static final String FORM = "application/x-www-form-urlencoded";

  @Inject Api api;
  @Inject Keys keys;

  private final WireMockServer twilio =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  /** What a message that went out held. */
  record Sent(String to, String body, List<String> media) {}

  @Override
  public Map<String, String> getProperties() {
    twilio.start();
    final Map<String, String> properties = new HashMap<>();
    properties.put("env.TWILIO_ACCOUNT_SID", FakeTwilio.ACCOUNT);
    properties.put("env.TWILIO_AUTH_TOKEN", FakeTwilio.TOKEN);
    properties.put("env.TWILIO_API_URL", twilio.baseUrl());
    properties.put("gatehouse.download.whole", "2s");
    if (isPublic()) {
      properties.put("env.PUBLIC_URL", PUBLIC);
    }
    return properties;
  }

  @BeforeEach
  void forget() {
    twilio.resetAll();
    twilio.stubFor(post(ACCOUNT + "/Messages.json").willReturn(FakeTwilio.acceptedAnew()));
  }

  @AfterAll
  void leave() {
    twilio.stop();
  }

  void mode(final String media) {
    final var changed =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + keys.with("owner"))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString("{\"relay\":{\"media\":\"" + media + "\"}}")));
    assertThat(changed.statusCode()).isEqualTo(200);
  }

  /** Twilio keeps the file under this number. */
  void keep(final int file, final byte[] bytes) {
    keep(file, aResponse().withBody(bytes));
  }

  void keep(final int file, final ResponseDefinitionBuilder answer) {
    twilio.stubFor(WireMock.get(path(file)).willReturn(answer));
  }

  /** The client sends that many files, which Twilio calls pictures. */
  void receiveFiles(final String sid, final String body, final int count) {
    clock.advance(Duration.ofSeconds(1));
    final Map<String, String> parameters =
        new TreeMap<>(Webhook.parameters(sid, CLIENT, RELAY, body));
    parameters.put("NumMedia", Integer.toString(count));
    for (int file = 0; file < count; file++) {
      parameters.put("MediaUrl" + file, twilio.baseUrl() + path(file));
      parameters.put("MediaContentType" + file, "image/jpeg");
    }
    final var signed =
        new StringBuilder(isPublic() ? PUBLIC + Webhook.PATH : webhook.url(Webhook.PATH));
    parameters.forEach((name, value) -> signed.append(name).append(value));
    assertAccepted(
        webhook.raw(
            Webhook.PATH,
            FORM,
            Webhook.encoded(parameters),
            Webhook.signature(signed.toString(), FakeTwilio.TOKEN)));
    effects.runDue();
  }

  /** Whether somebody said how providers reach this server. */
  boolean isPublic() {
    return true;
  }

  /** Time enough for what was put off. */
  void later() {
    clock.advance(Duration.ofMinutes(11));
    effects.runDue();
  }

  /** What went to the other side or back to the sender, in order. */
  List<Sent> messages() {
    effects.runDue();
    return twilio.findAll(postRequestedFor(anyUrl())).stream()
        .map(request -> sent(request.getBodyAsString()))
        .toList();
  }

  private static Sent sent(final String form) {
    final List<String[]> pairs =
        Arrays.stream(form.split("&"))
            .map(pair -> pair.split("=", 2))
            .peek(pair -> pair[1] = URLDecoder.decode(pair[1], StandardCharsets.UTF_8))
            .toList();
    return new Sent(
        String.join("", all(pairs, "To")),
        String.join("", all(pairs, "Body")),
        all(pairs, "MediaUrl"));
  }

  private static List<String> all(final List<String[]> pairs, final String name) {
    return pairs.stream().filter(pair -> pair[0].equals(name)).map(pair -> pair[1]).toList();
  }

  /** What is behind a link of ours. */
  HttpResponse<byte[]> fetch(final String link) {
    assertThat(link).startsWith(PUBLIC + "/media/");
    return api.bytes(api.request(link.substring(PUBLIC.length())).GET());
  }

  HttpResponse<String> forceSend(final String event) {
    return api.post(
        "/api/messages/events/" + event + "/force-send",
        keys.with("owner"),
        "{\"reason\":\"looked at it\"}");
  }

  String event(final int number) {
    return tables.strings("select id from message_event order by id").get(number);
  }

  List<String> files() {
    return tables.strings(
        "select concat_ws(' ', state, reason, type) from media_item order by event_id, position");
  }

  private static String path(final int file) {
    return ACCOUNT + "/Messages/MM1/Media/ME" + file;
  }
}
