package io.gatehouse.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import io.gatehouse.frappe.WebhookSignature;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A site in Vancouver whose lists are compared in pages of three. */
@NullUnmarked
@GatehouseTest
@TestInstance(Lifecycle.PER_CLASS)
abstract class LiveSiteTest implements TestPropertyProvider {

  static final String HELLO = "<p>Thanks, see you on Monday</p>";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  ListSite site = ListSite.empty("default");

  @Inject Catchup catchup;
  @Inject TestClock clock;
  @Inject Tables tables;
  @Inject Api api;
  @Inject Keys keys;
  @Inject ProviderAccounts accounts;

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "env.ERPNEXT_URL", ListSite.url("default"),
        "env.ERPNEXT_API_KEY", "k1",
        "env.ERPNEXT_API_SECRET", "s1",
        "gatehouse.erpnext.page", "3",
        "gatehouse.erpnext.batch", "2");
  }

  @BeforeEach
  void moveIn() {
    site = ListSite.empty("default");
  }

  /** The first look is behind us: from here on what is missed counts. */
  void begin() {
    catchup.look();
    pass(Duration.ofMinutes(10));
  }

  void pass(final Duration time) {
    clock.advance(time);
  }

  /** Now, as the site writes it. */
  String now() {
    return ago(Duration.ZERO);
  }

  String ago(final Duration time) {
    return STAMP.format(
        LocalDateTime.ofInstant(clock.instant().minus(time), ZoneId.of("America/Vancouver")));
  }

  /** Looks after a pause in which every webhook had its time. */
  void lookLater() {
    catchup.look();
    pass(Duration.ofMinutes(5));
    catchup.look();
  }

  String webhook(final String name) {
    final byte[] body = site.told(name).getBytes(StandardCharsets.UTF_8);
    final Secret secret = accounts.erpnext(OrganizationId.DEFAULT).webhookSecrets().getFirst();
    final String signature =
        Base64.getEncoder().encodeToString(WebhookSignature.hmac(secret, body));
    final var answer =
        api.send(
            api.request("/webhooks/erpnext/communication")
                .header(WebhookSignature.HEADER, signature)
                .POST(BodyPublishers.ofByteArray(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  List<String> taken() {
    return tables.strings(
        "select key from message_key where source in ('communication', 'comment', 'issue')"
            + " order by key");
  }

  long events() {
    return tables.count("message_event");
  }

  String found() {
    return tables.one("select coalesce(sum(found_total), 0) from site_watermark");
  }

  List<String> notices() {
    return tables.strings(
        "select organization_id || ' ' || kind || ' '"
            + " || coalesce(facts->>'count', facts->>'code', '') from notice order by id");
  }

  String sync() {
    return api.get("/api/erpnext/sync", keys.with(Caller.OWNER)).body();
  }
}
