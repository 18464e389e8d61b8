package io.gatehouse.subscription;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.feed.Following;
import io.gatehouse.gate.Talk;
import io.gatehouse.handover.Handover;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed at a receiver that checks by the Standard Webhooks specification. */
@GatehouseTest
@Property(name = "env.PRIVATE_WEBHOOKS", value = "yes")
@NullUnmarked
class SubscriptionTest {

  private static final OrganizationId HERE = OrganizationId.DEFAULT;

  @Inject Talk talk;
  @Inject Following following;
  @Inject Handover handover;
  @Inject Api api;
  @Inject Keys keys;
  @Inject Tables tables;
  @Inject TestClock clock;

  private final WireMockServer receiver = new WireMockServer(options().dynamicPort());
  private String secret;
  private Conversation issue;

  @BeforeEach
  void start() {
    receiver.start();
    answers(204);
    secret =
        api.post("/api/owner/webhook-secret", keys.with(Caller.OWNER), "")
            .body()
            .replaceFirst(".*\"secret\":\"(whsec_[^\"]+)\".*", "$1");
    issue = talk.issue("ISS-1");
    talk.says(issue, "Said before anybody listened.");
    choose("/hook");
    handover.runDue();
  }

  @AfterEach
  void stop() {
    receiver.stop();
  }

  @Test
  void an_entry_is_posted_and_signed_and_holds_no_text() throws Exception {
    final MessageEvent leak = talk.says(issue, Talk.LEAK);
    handover.runDue();

    assertThat(received()).hasSize(1);
    final LoggedRequest request = received().getFirst();
    assertThat(request.getBodyAsString())
        .startsWith("{\"type\":\"message.decided\",\"timestamp\":\"" + leak.receivedAt())
        .contains("\"data\":{\"id\":", "\"event_id\":\"" + leak.id())
        .doesNotContain("0143", "give me");
    assertThat(request.getHeader("webhook-id"))
        .isEqualTo("msg_" + tables.one("select max(CAST(id AS text)) from feed_entry"));
    assertThat(request.getHeader("webhook-signature")).isEqualTo("v1," + hmac(request));
  }

  @Test
  void an_outage_of_days_loses_nothing_and_keeps_each_thread_in_order() {
    final Conversation other = talk.issue("ISS-2");
    receiver.stubFor(
        post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    for (int i = 0; i < 10; i++) {
      talk.says(i % 2 == 0 ? issue : other, "Number " + i + " of the day.");
    }
    for (int hour = 0; hour < 48; hour++) {
      handover.runDue();
      clock.advance(Duration.ofHours(1));
    }
    receiver.resetRequests();
    answers(200);
    handover.runDue();

    assertThat(received()).hasSize(10);
    for (final Conversation thread : List.of(issue, other)) {
      assertThat(
              received().stream()
                  .map(LoggedRequest::getBodyAsString)
                  .filter(body -> body.contains(thread.externalRef()))
                  .map(body -> body.replaceFirst(".*\"event_id\":\"([^\"]+)\".*", "$1")))
          .hasSize(5)
          .isSorted();
    }
    assertThat(tables.strings("select kind from notice where kind like 'feed%'"))
        .containsExactly("feed_webhook_failing");
  }

  @Test
  void what_is_refused_stops_its_own_thread_and_is_repeated_alone() {
    final Conversation other = talk.issue("ISS-2");
    receiver.stubFor(
        post(anyUrl())
            .withRequestBody(containing("ISS-1"))
            .willReturn(aResponse().withStatus(500)));
    talk.says(issue, "One of the first thread.");
    talk.says(issue, "Two of the first thread.");
    talk.says(other, "One of the second thread.");
    talk.says(other, "Two of the second thread.");
    handover.runDue();
    assertThat(received()).hasSize(3);

    answers(200);
    clock.advance(Duration.ofSeconds(30));
    handover.runDue();
    assertThat(received()).hasSize(5);
    assertThat(received().stream().map(request -> request.getHeader("webhook-id")).distinct())
        .hasSize(4);
  }

  @Test
  void a_receiver_that_is_gone_gets_nothing_more_until_the_address_is_another() {
    answers(410);
    talk.says(issue, "Is anybody there?");
    handover.runDue();
    clock.advance(Duration.ofDays(1));
    handover.runDue();
    assertThat(received()).hasSize(1);
    assertThat(tables.strings("select kind from notice where kind like 'feed%'"))
        .containsExactly("feed_webhook_gone");

    answers(200);
    choose("/elsewhere");
    handover.runDue();
    assertThat(received()).extracting(LoggedRequest::getUrl).containsExactly("/hook", "/elsewhere");
  }

  @Test
  void once_it_is_taken_back_it_begins_anew() {
    following.choose(HERE, "");
    handover.runDue();
    talk.says(issue, "Nobody listens now.");
    choose("/hook");
    handover.runDue();
    talk.says(issue, "Now somebody does.");
    handover.runDue();
    assertThat(received()).hasSize(1);
  }

  @Test
  void nothing_is_posted_unsigned_and_nothing_is_lost_for_it() {
    tables.execute("delete from webhook_secret");
    talk.says(issue, "Can you help me?");
    handover.runDue();
    assertThat(received()).isEmpty();
    assertThat(tables.one("select trouble from feed_outlet")).isEqualTo("no_secret");

    api.post("/api/owner/webhook-secret", keys.with(Caller.OWNER), "");
    clock.advance(Duration.ofSeconds(30));
    handover.runDue();
    assertThat(received()).hasSize(1);
  }

  private void choose(final String path) {
    following.choose(HERE, "\"webhook\":\"http://localhost:" + receiver.port() + path + "\"");
  }

  private void answers(final int status) {
    receiver.resetMappings();
    receiver.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(status)));
  }

  private List<LoggedRequest> received() {
    return receiver.findAll(anyRequestedFor(anyUrl()));
  }

  private String hmac(final LoggedRequest request) throws Exception {
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
