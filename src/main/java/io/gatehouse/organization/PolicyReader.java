package io.gatehouse.organization;

import static java.util.stream.Collectors.toSet;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.detection.Weights;
import io.gatehouse.json.Part;
import io.gatehouse.policy.Alerting;
import io.gatehouse.policy.Bands;
import io.gatehouse.policy.Mode;
import io.gatehouse.policy.PolicySettings;
import io.gatehouse.policy.PolicySettings.Case;
import io.gatehouse.policy.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how heavily findings weigh and what is done about them. */
final class PolicyReader {

  private static final int MOST_RULES = 100;
  private static final Set<String> RULE =
      Set.of("channel", "direction", "role", "mode", "redact", "bands", "alerting");

  private PolicyReader() {}

  static Weights weights(final Part part) {
    final Map<FindingClass, Double> weights = new EnumMap<>(Weights.STANDARD.of());
    part.only(Weights.STANDARD.of().keySet().stream().map(FindingClass::wire).collect(toSet()));
    for (final FindingClass type : FindingClass.values()) {
      part.at(type.wire()).number(0, 1).ifPresent(weight -> weights.put(type, weight));
    }
    return new Weights(weights);
  }

  /** A rule says all about its messages but the bands, which it takes from the document. */
  static PolicySettings policy(final Part bands, final Part rules, final Bands standard) {
    final Bands common = bands(bands, standard);
    final List<Case> cases = new ArrayList<>();
    for (final Part rule : rules.items(MOST_RULES)) {
      rule(rule.only(RULE), common).ifPresent(cases::add);
    }
    return new PolicySettings(cases, common);
  }

  private static Bands bands(final Part part, final Bands standard) {
    part.only(Set.of("nudge", "block"));
    final double nudge = part.at("nudge").number(0, 1).orElse(standard.nudge());
    final double block = part.at("block").number(0, 1).orElse(standard.block());
    if (nudge > block) {
      part.refuse("nudge (" + nudge + ") must not be above block (" + block + ")");
      return standard;
    }
    return new Bands(nudge, block);
  }

  private static Optional<Case> rule(final Part part, final Bands common) {
    final var channel = part.at("channel").oneOf(Channel.values(), Channel::wire);
    final var direction = part.at("direction").oneOf(Direction.values(), Direction::wire);
    final var role = part.at("role").oneOf(Role.values(), Role::wire);
    final boolean redact = part.at("redact").flag().orElse(false);
    final Bands bands = bands(part.at("bands"), common);
    final var alerting = part.at("alerting").oneOf(Alerting.values(), Alerting::wire);
    return part.at("mode")
        .needed()
        .oneOf(Mode.values(), Mode::wire)
        .map(mode -> new Rule(mode, redact, bands, alerting.orElse(Rule.preset(mode).alerting())))
        .map(rule -> new Case(channel, direction, role, rule));
  }
}
