package io.gatehouse.retraction;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.gatehouse.erpnext.StubSite.refusal;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.effects.Effects;
import io.gatehouse.erpnext.StubSite;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.site.SiteDocument;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;

/** What these tests have in common: Ann writes to Max in the thread of ISS-1 on a stub site. */
@GatehouseTest
@NullUnmarked
abstract class ThreadTest {

  static final OrganizationId HERE = OrganizationId.DEFAULT;
  static final String LEAK = "<p>Call <b>me</b> at 604-555-0143 &amp; <i>bye</i></p>";
  static final String RELINK = "/api/method/frappe.email.relink";
  static final String ISSUE = "/api/resource/Issue/ISS-1";
  static final String WHY = "{\"reason\":\"the firm's own number\"}";

  final WireMockServer site = StubSite.ready();

  @Inject Gatekeeper gatekeeper;
  @Inject Conversations conversations;
  @Inject Effects effects;
  @Inject OpenAlert alert;
  @Inject OwnDescriptions descriptions;
  @Inject Api api;
  @Inject Keys keys;
  @Inject Tables tables;
  @Inject TestClock clock;

  String owner;
  Conversation thread;

  @BeforeEach
  void register() {
    owner = keys.with(Caller.OWNER);
    alert.is(null);
    thread =
        conversations.register(
            HERE,
            Channel.ERPNEXT,
            "ISS-1",
            new Registration(
                new Person("Ann Lee", "ann@mail.ca", null, null),
                new Person("Max", "max@firm.ca", null, null),
                List.of(),
                Known.NOTHING,
                null));
    site.stubFor(any(anyUrl()).atPriority(100).willReturn(refusal(404, "DoesNotExistError")));
    site.stubFor(post(RELINK).willReturn(okJson("{}")));
    site.stubFor(
        delete(urlPathMatching("/api/resource/Com.*"))
            .willReturn(aResponse().withStatus(202).withBody("{\"message\":\"ok\"}")));
    describes("<p>Hello, my books are a mess.</p>");
    site.stubFor(put(ISSUE).willReturn(StubSite.created("ISS-1")));
    site.stubFor(
        get(urlPathEqualTo("/api/resource/Communication")).willReturn(okJson("{\"data\":[]}")));
  }

  /** What stands in the Issue's description. */
  final void describes(final String html) {
    site.stubFor(
        get(urlEqualTo(ISSUE))
            .willReturn(
                okJson("{\"data\":{\"name\":\"ISS-1\",\"description\":\"" + html + "\"}}")));
  }

  /** Where a Communication stands. */
  final void stands(final String name, final String issue) {
    site.stubFor(
        get(urlEqualTo("/api/resource/Communication/" + name))
            .willReturn(
                okJson(
                    "{\"data\":{\"name\":\"%s\",\"reference_name\":\"%s\"}}"
                        .formatted(name, issue))));
  }

  final void policy(final String rule, final String hide) {
    final String document =
        """
        {"rules":[{"channel":"erpnext",%s}],"erpnext":{"hide":"%s"}}"""
            .formatted(rule, hide);
    final var changed =
        api.send(
            api.request("/api/settings")
                .header("Authorization", "Bearer " + owner)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString(document)));
    if (changed.statusCode() != 200) {
      throw new IllegalStateException(changed.body());
    }
  }

  final void strict(final String hide) {
    policy("\"mode\":\"strict\"", hide);
  }

  final MessageEvent says(final String doctype, final String name, final String html) {
    return says(doctype, name, html, Handling.SCREEN);
  }

  final MessageEvent says(
      final String doctype, final String name, final String html, final Handling handling) {
    return gatekeeper.screen(
        new Incoming(
            new Origin(
                HERE,
                Channel.ERPNEXT,
                Direction.INBOUND,
                new Sender(
                    Role.CLIENT,
                    Objects.requireNonNull(thread.people().client()).id(),
                    "ann@mail.ca"),
                new SiteDocument(doctype, name, "ISS-1").envelope()),
            thread,
            new Content(html, Format.HTML),
            Known.NOTHING,
            new NaturalKey(doctype, name, null),
            handling));
  }

  final void runFor(final Duration time) {
    for (long second = 0; second <= time.toSeconds(); second++) {
      effects.runDue();
      clock.advance(Duration.ofSeconds(1));
    }
  }

  final HttpResponse<String> order(final UUID event, final String what, final String body) {
    return api.post("/api/messages/events/" + event + "/" + what, owner, body);
  }

  final String state() {
    return tables.one("select state from message_event");
  }

  /** What was done, without the alert and its like. */
  final List<String> done() {
    return tables.strings(
        "select replace(kind, 'erpnext.', '') || ' ' || state from effect"
            + " where kind <> 'erpnext.alert' order by number");
  }

  /** What the site was asked to change, in the order it was asked. */
  final List<String> changes() {
    final List<String> changes = new ArrayList<>();
    site.getAllServeEvents()
        .forEach(
            event -> {
              final LoggedRequest request = event.getRequest();
              if (!request.getMethod().getName().equals("GET")) {
                changes.add(request.getMethod() + " " + request.getUrl());
              }
            });
    Collections.reverse(changes);
    return changes;
  }
}
