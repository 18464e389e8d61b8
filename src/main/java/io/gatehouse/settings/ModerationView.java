package io.gatehouse.settings;

import io.gatehouse.base.Channel;
import io.gatehouse.keywords.Expression;
import io.gatehouse.keywords.Rule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows how content is moderated, with every default spelled out. */
public final class ModerationView {

  private ModerationView() {}

  public static Map<String, Object> of(final ModerationSettings moderation) {
    final Map<String, Object> thresholds = new LinkedHashMap<>();
    thresholds.put("quarantine", moderation.thresholds().quarantine());
    thresholds.put("block", moderation.thresholds().block());
    final Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("enabled", moderation.enabled());
    shown.put("thresholds", thresholds);
    shown.put(
        "hold_for_model", moderation.holdForModel().stream().sorted().map(Channel::wire).toList());
    shown.put("rules", moderation.rules().given().stream().map(ModerationView::rule).toList());
    shown.put("replace_defaults", moderation.rules().replaceDefaults());
    shown.put("model", moderation.model().reads().wire());
    shown.put("model_tokens_per_day", moderation.model().tokensPerDay());
    return shown;
  }

  private static Map<String, Object> rule(final Rule rule) {
    final Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("category", rule.category().wire());
    rule.pattern()
        .map(Expression::source)
        .ifPresentOrElse(
            source -> shown.put("pattern", source), () -> shown.put("words", rule.words()));
    shown.put("weight", rule.weight());
    return shown;
  }
}
