package io.gatehouse.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.asides.Setting;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.detection.Span;
import io.gatehouse.message.Content;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Verdict;
import io.gatehouse.policy.Decision;
import io.gatehouse.policy.Plan;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.policy.Step;
import io.gatehouse.settings.ChatSettings.OnFailure;
import io.gatehouse.spoken.Labels;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.TestClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was decided, in the words of S3. */
@GatehouseTest
class ResultsTest {

  private static final String TEXT = "call 555 123 4567 now";
  private static final UUID ID = new UUID(0, 7);

  private final Results results;

  ResultsTest(final Results results) {
    this.results = results;
  }

  private static Asked asked(final String language) {
    return new Asked(
        OrganizationId.DEFAULT,
        "m",
        "t",
        "u",
        Optional.empty(),
        TEXT,
        TestClock.START,
        Optional.empty(),
        language);
  }

  private static Plan plan(final Delivery delivery) {
    return new Plan(delivery, false, false, false, false, false);
  }

  private static Finding finding(final FindingClass type, final @Nullable String disguise) {
    return new Finding(0, new Span(5, 17), type, "rule", 1, disguise, "why", Setting.BODY);
  }

  private static MessageEvent event(
      final Decision decision,
      final EventState state,
      final Handling handling,
      final Finding... f) {
    final var sender = new Origin.Sender(Role.CLIENT, null, "u");
    return new MessageEvent(
        ID,
        new Origin(OrganizationId.DEFAULT, Channel.CHAT, Direction.INBOUND, sender, Map.of()),
        null,
        new Content(TEXT, Format.PLAIN),
        handling,
        new Verdict(decision, 0.123456, List.of(f), 0, false),
        state,
        TestClock.START);
  }

  private Result of(final MessageEvent event) {
    return results.of(asked("en"), new Told.Judged(event, true, false));
  }

  private static MessageEvent blocked(final EventState state, final Finding... findings) {
    return event(
        new Decision.Block(Step.NONE, plan(Delivery.WITHHELD)), state, Handling.SCREEN, findings);
  }

  @ParameterizedTest
  @EnumSource(FindingClass.class)
  void each_class_has_its_label_and_its_texts_s3_7(final FindingClass type) {
    final Result result = of(blocked(EventState.WITHHELD, finding(type, null)));
    assertThat(result.labels()).as("as the feed has it").containsExactly(Labels.of(type));
    assertThat(result.blockReason()).startsWith("Message blocked: detected ");
    assertThat(result.allowed()).isFalse();
    assertThat(result.riskScore()).isEqualTo(0.1235);
    final Result warned =
        of(
            event(
                new Decision.Warn(Step.NONE, plan(Delivery.AS_IS)),
                EventState.DELIVERED,
                Handling.SCREEN,
                finding(type, null)));
    assertThat(warned.action()).isEqualTo("nudge");
    assertThat(warned.allowed()).isTrue();
    assertThat(warned.nudgeMessage()).startsWith("Please ");
  }

  @Test
  void several_classes_and_a_disguise_are_all_named_once() {
    final Result result =
        of(
            blocked(
                EventState.WITHHELD,
                finding(FindingClass.PHONE_NUMBER, "spelled_digits"),
                finding(FindingClass.URL, null),
                finding(FindingClass.PHONE_NUMBER, null)));
    assertThat(result.labels())
        .containsExactly("contact_info_phone", "contact_info_url", "obfuscation");
    assertThat(result.blockReason()).isEqualTo("Message blocked: detected phone number, link");
  }

  @Test
  void texts_come_in_the_language_of_the_message() {
    final var told =
        new Told.Judged(
            blocked(EventState.WITHHELD, finding(FindingClass.PHONE_NUMBER, null)), true, false);
    assertThat(results.of(asked("fr-CA"), told).blockReason())
        .isEqualTo("Message bloqué : numéro de téléphone détecté");
  }

  @Test
  void a_masked_message_is_delivered_in_its_masked_form() {
    final Result result =
        of(
            event(
                new Decision.Redact(Step.NONE, plan(Delivery.REDACTED)),
                EventState.DELIVERED,
                Handling.SCREEN,
                finding(FindingClass.PHONE_NUMBER, null)));
    assertThat(result.action()).isEqualTo("redact");
    assertThat(result.allowed()).isTrue();
    assertThat(result.redactedContent()).isEqualTo("call ***-***-4567 now");
  }

  @Test
  void what_the_owner_released_since_is_allowed() {
    final Result result =
        of(blocked(EventState.RELEASED, finding(FindingClass.PHONE_NUMBER, null)));
    assertThat(result.allowed()).isTrue();
    assertThat(result.action()).isEqualTo("allow");
    assertThat(result.blockReason()).isNull();
  }

  @Test
  void what_waits_for_the_owner_is_held_and_its_author_told() {
    final Result result =
        of(event(new Decision.Allow(plan(Delivery.AS_IS)), EventState.WITHHELD, Handling.HOLD));
    assertThat(result.held()).isTrue();
    assertThat(result.allowed()).isFalse();
    assertThat(result.blockReason()).contains("held back");
  }

  @Test
  void what_was_not_read_to_its_end_is_nudged_at_least_b43() {
    final var clean =
        event(new Decision.Allow(plan(Delivery.AS_IS)), EventState.DELIVERED, Handling.SCREEN);
    final Result result = results.of(asked(""), new Told.Judged(clean, true, true));
    assertThat(result.truncated()).isTrue();
    assertThat(result.action()).isEqualTo("nudge");
    assertThat(result.nudgeMessage()).contains("very long");
  }

  @Test
  void where_nothing_could_be_judged_the_organization_has_the_say_s3_19() {
    assertThat(
            Stream.of(OnFailure.values())
                .map(choice -> results.of(asked(""), new Told.Unjudged(choice)))
                .map(result -> result.action() + " " + result.allowed() + " " + result.held()))
        .containsExactly("allow true null", "hard_block false null", "hard_block false true");
  }

  @Test
  void an_id_of_another_message_is_no_answer() {
    assertThatThrownBy(() -> results.of(asked(""), new Told.Reused(ID)))
        .isInstanceOfSatisfying(
            Problem.class, why -> assertThat(why.code()).isEqualTo("message_id_reused"));
  }
}
