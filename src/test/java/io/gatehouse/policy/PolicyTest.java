package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.policy.Plan.Delivery;
import io.gatehouse.policy.PolicySettings.Case;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {

  private static final Standing FIRST = new Standing(Role.CLIENT, 0, 3);
  private static final Standing THIRD = new Standing(Role.CLIENT, 2, 3);

  @ParameterizedTest
  @EnumSource(Mode.class)
  void a_clean_message_is_delivered_without_a_word_in_every_mode(final Mode mode) {
    assertThat(Policy.decide(false, 0, FIRST, Rule.preset(mode)))
        .isEqualTo(new Decision.Allow(Plan.DELIVER));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void staff_are_never_struck(final Mode mode) {
    final Standing staff = new Standing(Role.STAFF, 5, 3);

    assertThat(Policy.decide(true, 0.9, staff, Rule.preset(mode)))
        .isEqualTo(new Decision.Allow(Plan.DELIVER));
  }

  @Test
  void observing_delivers_and_tells_nobody() {
    assertThat(Policy.decide(true, 0.99, THIRD, Rule.preset(Mode.OBSERVE)).plan())
        .isEqualTo(Plan.DELIVER);
  }

  @Test
  void warning_delivers_with_banner_and_alert_S1_3_S1_4() {
    final Decision decision = Policy.decide(true, 0.2, FIRST, Rule.preset(Mode.WARN));

    assertThat(decision)
        .isEqualTo(
            new Decision.Warn(
                Step.WARNING, new Plan(Delivery.AS_IS, false, true, true, false, true)));
  }

  @Test
  void the_third_strike_escalates_and_tells_the_owner_S1_29() {
    final Decision decision = Policy.decide(true, 0.2, THIRD, Rule.preset(Mode.WARN));

    assertThat(decision.step()).isEqualTo(Step.ESCALATION);
    assertThat(decision.plan().notice()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0.39, allow", "0.40, warn", "0.64, warn", "0.65, block", "0.99, block"})
  void grading_follows_the_bands_S3_6(final double risk, final String decided) {
    assertThat(Policy.decide(true, risk, FIRST, Rule.preset(Mode.GRADED)).wire())
        .isEqualTo(decided);
  }

  @Test
  void strict_withholds_whatever_is_found_and_answers_the_sender_S5_8() {
    final Decision decision = Policy.decide(true, 0.1, FIRST, Rule.preset(Mode.STRICT));

    assertThat(decision)
        .isEqualTo(
            new Decision.Block(
                Step.WARNING, new Plan(Delivery.WITHHELD, true, false, false, true, true)));
  }

  @Test
  void redacting_replaces_blocking_in_any_mode() {
    final Rule masked = new Rule(Mode.STRICT, true, Bands.STANDARD, Alerting.NEVER);

    final Decision decision = Policy.decide(true, 0.9, FIRST, masked);

    assertThat(decision).isInstanceOf(Decision.Redact.class);
    assertThat(decision.plan().delivery()).isEqualTo(Delivery.REDACTED);
  }

  @ParameterizedTest
  @CsvSource({"ERPNEXT, WARN", "SMS, STRICT", "CHAT, GRADED"})
  void each_channel_has_its_preset(final Channel channel, final Mode mode) {
    assertThat(PolicySettings.STANDARD.ruleFor(channel, Direction.INBOUND, Role.CLIENT))
        .isEqualTo(Rule.preset(mode));
  }

  @Test
  void the_most_specific_case_wins_whatever_the_order_X1() {
    final Case narrow =
        new Case(
            Optional.of(Channel.SMS),
            Optional.of(Direction.OUTBOUND),
            Optional.of(Role.PROVIDER),
            Rule.preset(Mode.GRADED));
    final Case wide =
        new Case(
            Optional.of(Channel.SMS),
            Optional.empty(),
            Optional.empty(),
            Rule.preset(Mode.OBSERVE));
    final var settings = new PolicySettings(List.of(narrow, wide));

    assertThat(settings.ruleFor(Channel.SMS, Direction.OUTBOUND, Role.PROVIDER).mode())
        .isEqualTo(Mode.GRADED);
    assertThat(settings.ruleFor(Channel.SMS, Direction.INBOUND, Role.PROVIDER).mode())
        .isEqualTo(Mode.OBSERVE);
    assertThat(settings.ruleFor(Channel.CHAT, Direction.INBOUND, Role.PROVIDER).mode())
        .isEqualTo(Mode.GRADED);
  }

  @ParameterizedTest
  @CsvSource({"0.7, 0.6", "-0.1, 0.5", "0.5, 1.1", "NaN, 0.5"})
  void bands_out_of_order_are_refused_B44(final double nudge, final double block) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bands(nudge, block));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void a_spared_message_is_judged_alike_but_costs_no_strike_and_no_alert(final Mode mode) {
    final Standing spared = new Standing(Role.CLIENT, 2, 3, true);
    final Decision usual = Policy.decide(true, 0.9, FIRST, Rule.preset(mode));
    final Decision decision = Policy.decide(true, 0.9, spared, Rule.preset(mode));

    assertThat(decision.wire()).isEqualTo(usual.wire());
    assertThat(decision.step()).isEqualTo(usual.step());
    assertThat(decision.plan().delivery()).isEqualTo(usual.plan().delivery());
    assertThat(decision.plan().banner()).isEqualTo(usual.plan().banner());
    assertThat(decision.plan().reply()).isEqualTo(usual.plan().reply());
    assertThat(decision.plan().strike()).isFalse();
    assertThat(decision.plan().alert()).isFalse();
  }
}
