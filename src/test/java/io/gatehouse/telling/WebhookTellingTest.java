package io.gatehouse.telling;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.gatehouse.base.Caller;
import io.micronaut.context.annotation.Property;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The signed webhook, at a receiver that checks by the specification. */
@NullUnmarked
@Property(name = "env.PRIVATE_WEBHOOKS", value = "yes")
class WebhookTellingTest extends TellingTest {

  private final WireMockServer receiver = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void start() {
    receiver.start();
    receiver.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(204)));
    owner("\"webhook\":\"http://localhost:" + receiver.port() + "/gatehouse?to=me\"");
  }

  @AfterEach
  void stop() {
    receiver.stop();
  }

  @Test
  void news_are_posted_and_signed() throws Exception {
    final String secret = rotate();
    notice("message_blocked");
    effects.runDue();

    final LoggedRequest request = received().getFirst();
    assertThat(request.getUrl()).isEqualTo("/gatehouse?to=me");
    assertThat(request.getBodyAsString())
        .contains("\"type\":\"owner.holds\"", "A message was not delivered: phone number.");
    assertThat(request.getHeader("webhook-timestamp"))
        .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
    assertThat(request.getHeader("webhook-signature")).isEqualTo("v1," + hmac(secret, request));
    assertThat(tables.one("select state from effect")).isEqualTo("done");
  }

  @Test
  void while_it_is_rotated_both_secrets_sign_for_a_day() throws Exception {
    final String former = rotate();
    final String secret = rotate();
    notice("message_blocked");
    effects.runDue();
    assertThat(received().getFirst().getHeader("webhook-signature"))
        .isEqualTo(
            "v1,"
                + hmac(secret, received().getFirst())
                + " v1,"
                + hmac(former, received().getFirst()));

    clock.advance(Duration.ofHours(24));
    notice("message_blocked");
    effects.runDue();
    assertThat(received().getLast().getHeader("webhook-signature"))
        .isEqualTo("v1," + hmac(secret, received().getLast()));
  }

  @Test
  void a_secret_is_kept_sealed_and_shown_to_the_owner_alone() {
    final String secret = rotate();

    assertThat(
            tables.one(
                "select position(CAST('" + secret + "' AS bytea) in sealed) from webhook_secret"))
        .isEqualTo("0");
    assertThat(tables.strings("select action from audit_entry")).contains("webhook_secret.rotated");
    assertThat(api.post("/api/owner/webhook-secret", keys.with(Caller.MODERATOR), "").statusCode())
        .isEqualTo(403);
  }

  @Test
  void without_a_secret_nothing_is_posted_unsigned() {
    notice("message_blocked");
    effects.runDue();

    assertThat(received()).isEmpty();
    assertThat(tables.one("select state || ' ' || outcome_code from effect"))
        .isEqualTo("refused no_secret");
    assertThat(tables.strings("select kind from notice")).contains("effect_refused");
  }

  @Test
  void a_receiver_that_asks_for_patience_gets_the_same_news_again() {
    rotate();
    receiver.stubFor(
        post(anyUrl()).willReturn(aResponse().withStatus(503).withHeader("Retry-After", "120")));
    notice("message_blocked");
    effects.runDue();
    clock.advance(Duration.ofSeconds(119));
    effects.runDue();
    assertThat(received()).hasSize(1);
    assertThat(tables.one("select state from effect")).isEqualTo("waiting");

    receiver.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(200)));
    clock.advance(Duration.ofSeconds(2));
    effects.runDue();

    assertThat(received()).hasSize(2);
    assertThat(received().getFirst().getHeader("webhook-id"))
        .isEqualTo(received().getLast().getHeader("webhook-id"));
    assertThat(tables.one("select state from effect")).isEqualTo("done");
  }

  private String rotate() {
    final var answer = api.post("/api/owner/webhook-secret", keys.with(Caller.OWNER), "");
    assertThat(answer.statusCode()).isEqualTo(201);
    return answer.body().replaceFirst(".*\"secret\":\"(whsec_[^\"]+)\".*", "$1");
  }

  private List<LoggedRequest> received() {
    return receiver.findAll(
        com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()));
  }

  /** By the words of the specification, with code of its own. */
  private static String hmac(final String secret, final LoggedRequest request)
      throws GeneralSecurityException {
    final Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
    final String signed =
        request.getHeader("webhook-id")
            + "."
            + request.getHeader("webhook-timestamp")
            + "."
            + request.getBodyAsString();
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }
}
