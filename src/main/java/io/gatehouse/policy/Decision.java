package io.gatehouse.policy;

/** What was decided about one message. */
public sealed interface Decision {

  Step step();

  Plan plan();

  /** Delivered, nothing said; {@code step} is always NONE. */
  record Allow(Plan plan) implements Decision {
    @Override
    public Step step() {
      return Step.NONE;
    }
  }

  /** Delivered, and the sender is warned. */
  record Warn(Step step, Plan plan) implements Decision {}

  /** Delivered with the findings masked. */
  record Redact(Step step, Plan plan) implements Decision {}

  /** Withheld until the owner says otherwise. */
  record Block(Step step, Plan plan) implements Decision {}

  /** The name used in JSON and tables. */
  default String wire() {
    return switch (this) {
      case Allow allow -> "allow";
      case Warn warn -> "warn";
      case Redact redact -> "redact";
      case Block block -> "block";
    };
  }
}
