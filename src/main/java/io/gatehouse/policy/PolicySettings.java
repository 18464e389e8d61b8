package io.gatehouse.policy;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import java.util.List;
import java.util.Optional;

/**
 * An organization's rules: which applies is the most specific whose selector fits.
 *
 * @param cases asked in the order of their specificity; equal ones in the order given, last wins
 * @param bands of the channels' presets, where no case applies
 */
public record PolicySettings(List<Case> cases, Bands bands) {

  /** erpnext warns, sms is strict, chat is graded. */
  public static final PolicySettings STANDARD = new PolicySettings(List.of());

  public PolicySettings {
    cases = List.copyOf(cases);
  }

  public PolicySettings(final List<Case> cases) {
    this(cases, Bands.STANDARD);
  }

  /** A rule and the messages it is for; an empty selector fits all. */
  public record Case(
      Optional<Channel> channel, Optional<Direction> direction, Optional<Role> role, Rule rule) {

    boolean fits(final Channel on, final Direction toward, final Role by) {
      return channel.map(on::equals).orElse(true)
          && direction.map(toward::equals).orElse(true)
          && role.map(by::equals).orElse(true);
    }

    int specificity() {
      return (channel.isPresent() ? 1 : 0)
          + (direction.isPresent() ? 1 : 0)
          + (role.isPresent() ? 1 : 0);
    }
  }

  public Rule ruleFor(final Channel channel, final Direction direction, final Role role) {
    Rule found = Rule.preset(standard(channel)).with(bands);
    int best = -1;
    for (final Case candidate : cases) {
      if (candidate.fits(channel, direction, role) && candidate.specificity() >= best) {
        found = candidate.rule();
        best = candidate.specificity();
      }
    }
    return found;
  }

  private static Mode standard(final Channel channel) {
    return switch (channel) {
      case ERPNEXT -> Mode.WARN;
      case SMS -> Mode.STRICT;
      case CHAT -> Mode.GRADED;
    };
  }
}
