package io.gatehouse.frappe;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.effects.Outcome;
import io.gatehouse.frappe.Trouble.Follows;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of a site means, and what is to be done about it. */
class TroublesTest {

  /** Statuses and exceptions as frappe/exceptions.py pairs them. */
  @ParameterizedTest
  @CsvSource({
    "400, CSRFTokenError, refused, REFUSED",
    "401, AuthenticationError, key_wrong, STOPS",
    "401, '', proxy_refuses, STOPS",
    "403, PermissionError, role_missing, STOPS",
    "403, '', proxy_refuses, STOPS",
    "404, DoesNotExistError, gone, REFUSED",
    "404, '', site_unknown, STOPS",
    "409, DuplicateEntryError, name_taken, REFUSED",
    "413, '', too_big, REFUSED",
    "417, MandatoryError, field_missing, REFUSED",
    "417, LinkValidationError, link_missing, REFUSED",
    "417, UniqueValidationError, exists, LOOK",
    "417, CharacterLengthExceededError, too_long, REFUSED",
    "417, InvalidEmailAddressError, address_refused, REFUSED",
    "417, TimestampMismatchError, changed_meanwhile, LATER",
    "417, DocumentLockedError, changed_meanwhile, LATER",
    "417, ValidationError, not_accepted, REFUSED",
    "417, OfAnApp, not_accepted, REFUSED",
    "429, RateLimitExceededError, too_many, LATER",
    "429, '', too_many, LATER",
    "500, QueryDeadlockError, busy, LATER",
    "500, QueryTimeoutError, busy, LATER",
    "508, '', busy, LATER",
    "500, TypeError, site_error, LOOK",
    "500, '', site_error, LOOK",
    "502, '', proxy_lost, LOOK",
    "503, SessionStopped, maintenance, LATER",
    "503, InReadOnlyMode, maintenance, LATER",
    "503, '', not_running, LATER",
    "504, '', proxy_lost, LOOK",
    "200, '', no_json, LOOK",
    "301, '', redirected, STOPS",
    "308, '', redirected, STOPS",
  })
  void every_answer_has_its_trouble(
      final int status, final String exception, final String code, final Follows follows) {
    final Trouble trouble = Troubles.of(answer(status, exception), "Support Team").orElseThrow();
    assertThat(trouble.code()).isEqualTo(code);
    assertThat(trouble.follows()).isEqualTo(follows);
    assertThat(trouble.outcome())
        .isInstanceOf(
            switch (follows) {
              case LATER -> Outcome.Later.class;
              case LOOK -> Outcome.Unknown.class;
              case STOPS -> Outcome.Stopped.class;
              case REFUSED -> Outcome.Refused.class;
            });
  }

  @Test
  void a_missing_permission_names_the_role() {
    assertThat(
            Troubles.of(answer(403, "PermissionError"), "Website Manager").orElseThrow().reason())
        .contains("Website Manager")
        .doesNotContain("{");
  }

  @Test
  void the_sites_own_words_are_in_no_reason() {
    final var answer =
        new Reply.Answered(
            417, object(Map.of("exc_type", "Odd", "exception", "Odd: call 604-555-0143")), null);
    assertThat(Troubles.of(answer, "").orElseThrow().reason()).doesNotContain("604", "Odd");
  }

  @Test
  void success_with_a_json_object_is_no_trouble() {
    assertThat(Troubles.of(new Reply.Answered(202, object(Map.of()), null), "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no_host", "no_connection", "connect_slow", "tls"})
  void what_never_arrived_may_be_sent_again(final String cause) {
    assertThat(Troubles.of(new Reply.Unreached(cause), "").orElseThrow().follows())
        .isEqualTo(Follows.LATER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"slow", "cut", "too_much", "stopping"})
  void what_was_not_answered_is_looked_for(final String cause) {
    assertThat(Troubles.of(new Reply.Lost(cause), "").orElseThrow().follows())
        .isEqualTo(Follows.LOOK);
  }

  @Test
  void what_the_site_asked_to_wait_is_kept() {
    final var answer = new Reply.Answered(429, null, Duration.ofSeconds(90));
    assertThat(Troubles.of(answer, "").orElseThrow().outcome())
        .isInstanceOfSatisfying(
            Outcome.Later.class,
            later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(90)));
  }

  @Test
  void every_sign_leads_to_a_trouble_and_every_trouble_says_what_happened_and_what_to_do()
      throws IOException {
    final Properties signs = new Properties();
    try (InputStream file = TroublesTest.class.getResourceAsStream("/frappe/signs.properties")) {
      signs.load(Objects.requireNonNull(file));
    }
    assertThat(signs.values()).allMatch(code -> Troubles.all().containsKey((String) code));
    assertThat(Troubles.all().values())
        .isNotEmpty()
        .allSatisfy(
            trouble -> {
              assertThat(trouble.code()).matches("[a-z_]{2,30}");
              assertThat(trouble.happened()).endsWith(".").hasSizeGreaterThan(15);
              assertThat(trouble.next()).endsWith(".").hasSizeGreaterThan(7);
            });
  }

  /** One without an exception is a page of whatever stands before the site. */
  private static Reply answer(final int status, final String exception) {
    return new Reply.Answered(
        status, exception.isEmpty() ? null : object(Map.of("exc_type", exception)), null);
  }

  private static JsonNode object(final Map<String, String> members) {
    final Map<String, JsonNode> nodes = new HashMap<>();
    members.forEach((name, value) -> nodes.put(name, JsonNode.createStringNode(value)));
    return JsonNode.createObjectNode(nodes);
  }
}
