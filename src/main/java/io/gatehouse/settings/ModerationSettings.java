package io.gatehouse.settings;

import io.gatehouse.base.Channel;
import io.gatehouse.categories.Thresholds;
import io.gatehouse.keywords.Rules;
import java.util.Set;

/**
 * How content is moderated.
 *
 * @param enabled whether it is at all; off means that nothing is recorded and nothing is hidden or
 *     shown again, and that what was decided before stays as it is (S4.20)
 * @param thresholds how sure one must be (S4.22)
 * @param holdForModel channels on which a message waits for the model's opinion
 * @param rules the organization's own (S4.10)
 * @param model whether a language model reads along
 */
public record ModerationSettings(
    boolean enabled,
    Thresholds thresholds,
    Set<Channel> holdForModel,
    Rules rules,
    ModelSettings model) {

  /**
   * On: a person who needs help must not depend on a setting that nobody has found yet, and nothing
   * is hidden by words alone but what is nearly certain and worst. No channel waits for a model,
   * for none may be configured.
   */
  public static final ModerationSettings STANDARD =
      new ModerationSettings(true, Thresholds.STANDARD, Set.of(), Rules.NONE);

  /** Of an organization whose texts no language model reads. */
  public ModerationSettings(
      final boolean enabled,
      final Thresholds thresholds,
      final Set<Channel> holdForModel,
      final Rules rules) {
    this(enabled, thresholds, holdForModel, rules, ModelSettings.STANDARD);
  }

  public ModerationSettings {
    holdForModel = Set.copyOf(holdForModel);
  }
}
