package io.gatehouse.settings;

import io.gatehouse.base.Channel;
import io.gatehouse.categories.Thresholds;
import io.gatehouse.json.Part;
import io.gatehouse.settings.ModelSettings.Reads;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how content is moderated. */
public final class ModerationReader {

  private static final ModerationSettings STANDARD = ModerationSettings.STANDARD;

  /** What is never reached is no threshold. */
  private static final double LOWEST = 0.01;

  private static final Set<String> FIELDS =
      Set.of(
          "enabled",
          "thresholds",
          "hold_for_model",
          "rules",
          "replace_defaults",
          "model",
          "model_tokens_per_day");

  private static final int MOST_TOKENS = 1_000_000_000;

  private ModerationReader() {}

  public static ModerationSettings read(final Part part) {
    part.only(FIELDS);
    return new ModerationSettings(
        part.at("enabled").flag().orElse(STANDARD.enabled()),
        thresholds(part.at("thresholds")),
        channels(part.at("hold_for_model")),
        RulesReader.read(part.at("rules"), part.at("replace_defaults").flag().orElse(false)),
        model(part));
  }

  private static ModelSettings model(final Part part) {
    final ModelSettings standard = STANDARD.model();
    return new ModelSettings(
        part.at("model").oneOf(Reads.values(), Reads::wire).orElse(standard.reads()),
        part.at("model_tokens_per_day").integer(0, MOST_TOKENS).orElse(standard.tokensPerDay()));
  }

  private static Thresholds thresholds(final Part part) {
    part.only(Set.of("quarantine", "block"));
    final Thresholds standard = STANDARD.thresholds();
    final double quarantine = part.at("quarantine").number(LOWEST, 1).orElse(standard.quarantine());
    final double block = part.at("block").number(LOWEST, 1).orElse(standard.block());
    if (quarantine > block) {
      part.refuse("quarantine must not be above block");
      return standard;
    }
    return new Thresholds(quarantine, block);
  }

  private static Set<Channel> channels(final Part part) {
    return part.items(Channel.values().length).stream()
        .flatMap(item -> item.needed().oneOf(Channel.values(), Channel::wire).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
