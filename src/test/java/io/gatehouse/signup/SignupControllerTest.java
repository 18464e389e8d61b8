package io.gatehouse.signup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.annotation.Property;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatehouseTest
@Property(name = "micronaut.server.max-request-size", value = "1048576")
class SignupControllerTest {

  private static final String SIGNUPS = "/api/signups/check";
  private static final String INVITATIONS = "/api/invitations/check";

  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private String key = "";

  SignupControllerTest(final Api api, final Keys keys, final Tables tables) {
    this.api = api;
    this.keys = keys;
    this.tables = tables;
  }

  @BeforeEach
  void take_a_key() {
    key = keys.with("sender");
  }

  @Test
  void an_honest_signup_is_allowed_and_leaves_no_row() {
    final JsonNode answer =
        answered(SIGNUPS, "{'organization_name':'Winnipeg Vets','owner_name':'Win Chen'}", 200);

    assertThat(answer.path("action").textValue()).isEqualTo("allowed");
    assertThat(answer.path("score").intValue()).isZero();
    assertThat(answer.path("checked")).hasSize(2);
    assertThat(tables.count("spam_log")).isZero();
  }

  @Test
  void b32_the_riskiest_signup_is_logged_before_its_organization_is_there() {
    final JsonNode answer =
        answered(
            SIGNUPS,
            "{'organization_name':'Free iPhone click here Inc','owner_name':'Ann Lee',"
                + "'ip':'2001:db8::7','email':'ann@vets.example.com'}",
            200);

    assertThat(answer.path("action").textValue()).isEqualTo("flagged");
    assertThat(answer.path("high_risk").booleanValue()).isTrue();
    assertThat(
            tables.one(
                "select concat_ws(',', coalesce(organization_id, '-'), asked_by, subject,"
                    + " content_type, spam_score, is_high_risk, action_taken, host(ip_address))"
                    + " from spam_log"))
        .isEqualTo("-,default,ann@vets.example.com,organization_name,50,t,flagged,2001:db8::7");
  }

  @Test
  void a_signup_is_never_blocked_and_an_obvious_invitation_is() {
    final String name = "{'organization_name':'Claim your prize now','owner_name':'Ann Lee'}";
    final String text = "{'text':'You have won a free iPhone. Click here: http://a.example.top'}";

    assertThat(answered(SIGNUPS, name, 200).path("action").textValue()).isEqualTo("flagged");
    final JsonNode invitation = answered(INVITATIONS, text, 200);
    assertThat(invitation.path("action").textValue()).isEqualTo("blocked");
    assertThat(invitation.at("/checked/0/sanitized").textValue())
        .isEqualTo("You have won a free iPhone. Click here: [URL_REMOVED]");
    assertThat(tables.strings("select action_taken from spam_log order by id"))
        .containsExactly("flagged", "blocked");
  }

  @Test
  void a_suspicious_invitation_is_allowed_for_review_in_the_name_of_who_asks() {
    final JsonNode answer = answered(INVITATIONS, "{'organization_name':'Test Company'}", 200);

    assertThat(answer.path("action").textValue()).isEqualTo("flagged");
    assertThat(answer.at("/checked/0/verdict").textValue()).isEqualTo("suspicious");
    assertThat(tables.one("select organization_id from spam_log")).isEqualTo("default");
  }

  @Test
  void reasons_are_told_in_the_language_asked_for() {
    final String body = "{'name':'Test Company','language':'fr-CA'}";
    final JsonNode answer = answered("/api/names/check", body, 200);

    assertThat(answer.at("/reasons/0/code").textValue()).isEqualTo("test_name");
    assertThat(answer.at("/reasons/0/points").intValue()).isEqualTo(30);
    assertThat(answer.at("/reasons/0/text").textValue()).isEqualTo("Ressemble à un nom d’essai.");
  }

  @Test
  void a_name_is_checked_live_without_a_row() {
    final JsonNode answer =
        answered("/api/names/check", "{'name':'Free iPhone click here Inc'}", 200);

    assertThat(answer.path("verdict").textValue()).isEqualTo("obvious");
    assertThat(answer.path("log_id").isMissingNode()).isTrue();
    assertThat(tables.count("spam_log")).isZero();
  }

  @Test
  void the_same_question_within_a_minute_is_one_row() {
    final String body = "{'organization_name':'Test Company','owner_name':'Ann','user_id':'u1'}";
    final JsonNode first = answered(SIGNUPS, body, 200);
    final JsonNode again = answered(SIGNUPS, body, 200);

    assertThat(again.at("/checked/0/log_id")).isEqualTo(first.at("/checked/0/log_id"));
    assertThat(tables.count("spam_log")).isEqualTo(1);
    answered(SIGNUPS, body.replace("u1", "u2"), 200);
    assertThat(tables.count("spam_log")).isEqualTo(2);
  }

  @Test
  void b36_what_was_given_is_sealed() {
    answered(SIGNUPS, "{'organization_name':'Test Company','owner_name':'Ann'}", 200);

    assertThat(
            tables.one(
                "select position('Test' in encode(original_content, 'escape')) from spam_log"))
        .isEqualTo("0");
  }

  @Test
  void an_operator_names_the_organization_and_others_only_their_own() {
    tables.run("insert into organization (id, name) values ('paws', 'Paws')");
    final String body = "{'organization_name':'Test Company','organization_id':'paws'}";

    assertThat(refused(INVITATIONS, body, 404)).isEqualTo("organization_unknown");
    key = keys.with("operator");
    answered(INVITATIONS, body, 200);
    assertThat(refused(INVITATIONS, body.replace("paws", "nobody"), 404))
        .isEqualTo("organization_unknown");
    key = keys.of(new OrganizationId("paws"), "owner");
    answered(INVITATIONS, body, 200);
    assertThat(
            tables.strings("select organization_id || ' ' || asked_by from spam_log order by id"))
        .containsExactly("paws default", "paws paws");
  }

  @Test
  void the_organizations_own_weights_and_words_hold() {
    final String settings = "{'signup':{'allowed_words':['Casino'],'weights':{'test_name':0}}}";
    final String owner = keys.with("owner");
    final var put =
        api.request("/api/settings")
            .header("Authorization", "Bearer " + owner)
            .header("Content-Type", "application/json")
            .header("If-Match", "\"0\"")
            .PUT(BodyPublishers.ofString(settings.replace('\'', '"')));
    assertThat(api.send(put).statusCode()).isEqualTo(200);

    final String body = "{'organization_name':'Casino Lottery','owner_name':'test user'}";
    assertThat(answered(SIGNUPS, body, 200).path("score").intValue()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "'x'",
        "{'organization_name':'Vets'}",
        "{'organization_name':7,'owner_name':'Ann'}",
        "{'organization_name':['Vets'],'owner_name':'Ann'}",
        "{'organization_name':'Vets','owner_name':'Ann','ip':'localhost'}",
        "{'organization_name':'Vets','owner_name':'Ann','ip':'999.1.1.1'}",
        "{'organization_name':'Vets','owner_name':'Ann','ip':'fe80::1%eth0'}",
        "{'organization_name':'Vets','owner_name':'Ann','ip':'1.2'}",
        "{'organization_name':'Vets','owner_name':'Ann','ip':'face'}",
        "{'organization_name':'Vets','owner_name':'Ann','email':'ann'}",
        "{'organization_name':'Vets','owner_name':'Ann','user_id':''}",
        "{'organization_name':'Vets','owner_name':'Ann','language':'fr FR'}",
        "{'organization_name':'Vets','owner_name':'Ann','nickname':'x'}"
      })
  void what_is_wrong_is_named(final String body) {
    assertThat(refused(SIGNUPS, body, 400)).isEqualTo("document_invalid");
    assertThat(tables.count("spam_log")).isZero();
  }

  @Test
  void odd_characters_are_no_fault_and_too_long_a_text_is() {
    answered(SIGNUPS, "{'organization_name':'Vets\\u0000\\ud83d','owner_name':''}", 200);
    final String name = "{'organization_name':'" + "x".repeat(1_001) + "','owner_name':'Ann'}";
    assertThat(refused(SIGNUPS, name, 400)).isEqualTo("document_invalid");
    final String huge = "{'text':'" + "x".repeat(10 << 20) + "'}";
    assertThat(post(INVITATIONS, huge).statusCode()).isEqualTo(413);
    assertThat(post(INVITATIONS, "{").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"moderator", "auditor"})
  void whoever_only_reads_does_not_ask(final String role) {
    key = keys.with(role);
    assertThat(post(SIGNUPS, "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void what_is_found_at_an_organization_flags_it_and_a_signup_flags_nobody() {
    tables.run("insert into organization (id, name) values ('paws', 'Paws')");
    final String name = "'organization_name':'Free iPhone click here Inc'";
    final String standing = "select standing from organization where id = 'paws'";

    answered(SIGNUPS, "{" + name + ",'owner_name':'Ann'}", 200);
    assertThat(tables.one(standing)).isEqualTo("active");
    key = keys.with("operator");
    answered(INVITATIONS, "{" + name + ",'organization_id':'paws'}", 200);
    assertThat(tables.one(standing)).isEqualTo("flagged");
  }

  private JsonNode answered(final String path, final String body, final int status) {
    final HttpResponse<String> answer = post(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return json(answer);
  }

  private String refused(final String path, final String body, final int status) {
    return answered(path, body, status).path("code").asText();
  }

  private HttpResponse<String> post(final String path, final String body) {
    return api.post(path, key, body.replace('\'', '"'));
  }

  private static JsonNode json(final HttpResponse<String> answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (final JsonProcessingException broken) {
      throw new IllegalStateException(answer.body(), broken);
    }
  }
}
