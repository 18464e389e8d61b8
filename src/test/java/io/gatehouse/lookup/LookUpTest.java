package io.gatehouse.lookup;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.effects.Effects;
import io.gatehouse.erpnext.Webhooks;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** After a message the site is asked who is who, and later messages know (S1.8, S1.16, B23). */
@GatehouseTest
@Property(name = "gatehouse.erpnext.look-ups", value = "true")
@Property(name = "env.ERPNEXT_URL", value = "${stub.erpnext.url}")
@Property(name = "env.ERPNEXT_API_KEY", value = "k1")
@Property(name = "env.ERPNEXT_API_SECRET", value = "s1")
class LookUpTest {

  private static final OrganizationId ORGANIZATION = OrganizationId.DEFAULT;

  private final Site site = new Site();

  private final Webhooks webhooks;
  private final Effects effects;
  private final Conversations conversations;
  private final Tables tables;
  private final TestClock clock;

  LookUpTest(
      final Webhooks webhooks,
      final Effects effects,
      final Conversations conversations,
      final Tables tables,
      final TestClock clock) {
    this.webhooks = webhooks;
    this.effects = effects;
    this.conversations = conversations;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void contacts_on_file_become_known_and_advisors_and_colleagues_are_told_apart() {
    say("c1", "Received", "mo@firm.ca", "hello");
    assertThat(roles()).containsExactly("client");
    effects.runDue();
    assertThat(lookUps()).containsExactly("done");
    assertThat(
            tables.strings(
                "select kind || ' ' || value || ' ' || source from known_contact order by 1"))
        .containsExactly(
            "email ann@mail.ca site",
            "email bo@firm.ca site",
            "email office@shop.ca site",
            "phone +16045550143 site",
            "phone +16045550199 site");
    assertThat(
            tables.strings(
                "select c.email || ' ' || client_source || ' ' || p.email || ' ' || provider_source"
                    + " from conversation join participant c on c.id = client_id"
                    + " join participant p on p.id = provider_id"))
        .containsExactly("ann@mail.ca site bo@firm.ca site");
    say("c2", "Received", "mo@firm.ca", "hello");
    say("c3", "Sent", "bo@firm.ca", "You reach Ann by 604-555-0143");
    say("c4", "Received", "office@shop.ca", "hello");
    assertThat(roles()).containsExactly("client", "staff", "provider", "client");
    assertThat(tables.count("strike")).isZero();
    assertThat(tables.count("conversation_flag")).isZero();
    assertThat(
            tables.strings(
                "select count(*) || ' ' || count(distinct sender_id) from message_event"
                    + " where sender_address in ('office@shop.ca', 'bo@firm.ca')"))
        .containsExactly("2 2");
  }

  @Test
  void before_there_is_an_advisor_nobody_of_the_desk_is_taken_for_staff() {
    site.unassigned();
    say("c1", "Sent", "mo@firm.ca", "hello");
    effects.runDue();
    assertThat(say("c2", "Sent", "mo@firm.ca", "call me: 604-555-0187"))
        .contains("\"flag_count\":1");
    assertThat(roles()).containsExactly("provider", "provider");
  }

  @Test
  void what_the_owner_registered_stays() {
    conversations.register(
        ORGANIZATION,
        Channel.ERPNEXT,
        "ISS-1",
        new Registration(
            Person.withEmail("owner-says@mail.ca"),
            null,
            List.of(),
            new Known(Set.of("office@shop.ca"), Set.of(), Set.of(), Set.of()),
            null));
    say("c1", "Received", "who@else.ca", "hello");
    effects.runDue();
    assertThat(
            tables.strings(
                "select email from conversation join participant on participant.id = client_id"))
        .containsExactly("owner-says@mail.ca");
    assertThat(
            tables.strings(
                "select source from known_contact where value = 'office@shop.ca' order by 1"))
        .containsExactly("owner", "site");
    assertThat(tables.strings("select coalesce(provider_source, '') from conversation"))
        .containsExactly("site");
  }

  @Test
  void the_site_is_asked_again_when_it_is_worth_it() {
    say("c1", "Received", "ann@mail.ca", "hello");
    say("c2", "Received", "ann@mail.ca", "hello again");
    assertThat(lookUps()).containsExactly("waiting");
    effects.runDue();
    say("c3", "Received", "ann@mail.ca", "and again");
    assertThat(lookUps()).containsExactly("done");
    say("c4", "Received", "soon@else.ca", "a stranger, a moment after");
    assertThat(lookUps()).containsExactly("done");
    clock.advance(Duration.ofMinutes(6));
    say("c4b", "Received", "who@else.ca", "a stranger");
    effects.runDue();
    say("c5", "Received", "who@else.ca", "none any more");
    assertThat(lookUps()).containsExactly("done", "done");
    clock.advance(Duration.ofHours(7));
    say("c6", "Received", "ann@mail.ca", "after some hours");
    assertThat(lookUps()).containsExactly("done", "done", "waiting");
  }

  @Test
  void what_turns_out_not_to_be_watched_is_not_screened_any_more() {
    site.issue("Bug", "ann@mail.ca");
    say("c1", "Received", "ann@mail.ca", "hello");
    effects.runDue();
    assertThat(say("c2", "Received", "ann@mail.ca", "hello"))
        .isEqualTo("{\"ignored\":\"not_watched\"}");
    assertThat(tables.count("message_event")).isOne();
  }

  @Test
  void the_site_s_time_zone_holds_from_then_on() {
    final String dated = "\", \"creation\": \"2026-07-20 14:03:11.5";
    say("c1", "Received", "ann@mail.ca", "one" + dated);
    effects.runDue();
    say("c2", "Received", "ann@mail.ca", "two" + dated);
    assertThat(tables.strings("select envelope->>'written_at' from message_event order by 1"))
        .containsExactly("2026-07-20T14:03:11.500Z", "2026-07-20T21:03:11.500Z");
  }

  @Test
  void what_the_gateway_s_own_user_wrote_is_its_own() {
    say("c1", "Received", "ann@mail.ca", "hello");
    effects.runDue();
    assertThat(say("c2", "Sent", "gateway@firm.ca", "call 604-555-0187"))
        .isEqualTo("{\"ignored\":\"own_post\"}");
    final String claimed =
        message("c3", "Received", "gateway@firm.ca", "call 604-555-0187")
            .replace("\"owner\": \"gateway@firm.ca\"", "\"owner\": \"Administrator\"");
    assertThat(webhooks.send(claimed).body()).contains("\"flagged\":true");
  }

  @Test
  void an_issue_that_is_not_there_is_told_once() {
    site.refuses(Site.ISSUE, 404, "DoesNotExistError");
    say("c1", "Received", "ann@mail.ca", "hello");
    effects.runDue();
    clock.advance(Duration.ofHours(7));
    say("c2", "Received", "ann@mail.ca", "hello");
    effects.runDue();
    assertThat(lookUps()).containsExactly("done", "done");
    assertThat(tables.strings("select kind from notice")).containsExactly("site_issue_missing");
  }

  @Test
  void a_missing_right_is_told_once_and_again_after_it_was_given() {
    site.refuses(Site.CONTACT, 403, "PermissionError");
    say("c1", "Received", "ann@mail.ca", "hello");
    effects.runDue();
    clock.advance(Duration.ofMinutes(6));
    say("c2", "Received", "who@else.ca", "hello");
    effects.runDue();
    assertThat(tables.strings("select facts->>'doctype' from notice")).containsExactly("Contact");
    assertThat(tables.strings("select email from participant where role = 'provider'"))
        .containsExactly("bo@firm.ca");
    new Site();
    clock.advance(Duration.ofMinutes(6));
    say("c3", "Received", "other@else.ca", "hello");
    effects.runDue();
    site.refuses(Site.CONTACT, 403, "PermissionError");
    clock.advance(Duration.ofMinutes(6));
    say("c4", "Received", "third@else.ca", "hello");
    effects.runDue();
    assertThat(tables.strings("select kind from notice"))
        .containsExactly("site_unreadable", "site_unreadable");
  }

  @Test
  void a_site_that_is_away_is_asked_later_and_costs_no_message() {
    site.server().stubFor(get(urlPathEqualTo(Site.ISSUE)).willReturn(aResponse().withStatus(503)));
    assertThat(say("c1", "Received", "ann@mail.ca", "call 604-555-0187"))
        .contains("\"flagged\":true");
    effects.runDue();
    assertThat(lookUps()).containsExactly("waiting");
    new Site();
    clock.advance(Duration.ofMinutes(1));
    effects.runDue();
    assertThat(lookUps()).containsExactly("done");
    site.server().verify(getRequestedFor(urlPathEqualTo(Site.ISSUE)));
  }

  private String say(
      final String name, final String direction, final String sender, final String text) {
    return webhooks.send(message(name, direction, sender, text)).body();
  }

  private static String message(
      final String name, final String direction, final String sender, final String text) {
    return """
        {"doctype": "Communication", "name": "%s", "owner": "%s", \
        "communication_type": "Communication", "sent_or_received": "%s", "sender": "%s", \
        "reference_doctype": "Issue", "reference_name": "ISS-1", "content": "%s"}"""
        .formatted(name, sender, direction, sender, text);
  }

  private List<String> roles() {
    return tables.strings("select sender_role from message_event order by received_at, id");
  }

  private List<String> lookUps() {
    return tables.strings(
        "select state from effect where kind = 'erpnext.look_up' order by number");
  }
}
