package io.gatehouse.settings;

import io.gatehouse.base.Channel;
import io.gatehouse.categories.Thresholds;
import io.gatehouse.json.Part;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how content is moderated. */
public final class ModerationReader {

  private static final ModerationSettings STANDARD = ModerationSettings.STANDARD;

  /** What is never reached is no threshold. */
  private static final double LOWEST = 0.01;

  private ModerationReader() {}

  public static ModerationSettings read(final Part part) {
    part.only(Set.of("enabled", "thresholds", "hold_for_model", "rules", "replace_defaults"));
    return new ModerationSettings(
        part.at("enabled").flag().orElse(STANDARD.enabled()),
        thresholds(part.at("thresholds")),
        channels(part.at("hold_for_model")),
        RulesReader.read(part.at("rules"), part.at("replace_defaults").flag().orElse(false)));
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
