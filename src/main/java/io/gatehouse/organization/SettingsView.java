package io.gatehouse.organization;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.policy.Bands;
import io.gatehouse.policy.Rule;
import io.gatehouse.settings.ChapterView;
import io.gatehouse.settings.ModerationView;
import io.gatehouse.wording.TextFiles;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows the settings in force as a document in which every default is spelled out; read again, it
 * means the same.
 */
@Singleton
final class SettingsView {

  private final TextFiles files;

  SettingsView(final TextFiles files) {
    this.files = files;
  }

  Map<String, Object> resolved(final Settings settings) {
    final Map<String, Object> document = new LinkedHashMap<>();
    document.put("region", settings.region());
    document.put("language", settings.language());
    document.put("words", words(settings));
    document.put("texts", settings.texts());
    document.put(
        "allow",
        Map.of(
            "emails", sorted(settings.known().emails()),
            "phones", sorted(settings.known().phones()),
            "domains", sorted(settings.known().domains())));
    document.put("vocabulary", sorted(settings.known().vocabulary()));
    document.put("weights", weights(settings));
    document.put("bands", bands(settings.policy().bands()));
    document.put("strikes", strikes(settings.strikes()));
    document.put("rules", rules(settings));
    document.put("relay", ChapterView.of(settings.relay()));
    document.put("owner", ChapterView.of(settings.owner()));
    document.put("erpnext", ChapterView.of(settings.erpnext()));
    document.put("chat", ChapterView.of(settings.chat()));
    document.put("feed", ChapterView.of(settings.feed()));
    document.put("moderation", ModerationView.of(settings.moderation()));
    document.put("signup", ChapterView.of(settings.signup()));
    return document;
  }

  private Map<String, String> words(final Settings settings) {
    final Map<String, String> words = new LinkedHashMap<>();
    for (final String name : files.words()) {
      files
          .find(settings.language(), TextFiles.WORD + name)
          .or(() -> files.find(TextFiles.FALLBACK, TextFiles.WORD + name))
          .ifPresent(word -> words.put(name, word));
    }
    words.putAll(settings.words());
    return words;
  }

  private static List<String> sorted(final Iterable<String> values) {
    final List<String> sorted = new ArrayList<>();
    values.forEach(sorted::add);
    sorted.sort(String::compareTo);
    return sorted;
  }

  private static Map<String, Double> weights(final Settings settings) {
    final Map<String, Double> weights = new LinkedHashMap<>();
    for (final FindingClass type : FindingClass.values()) {
      weights.put(type.wire(), settings.weights().of().getOrDefault(type, 0.0));
    }
    return weights;
  }

  private static Map<String, Double> bands(final Bands bands) {
    final Map<String, Double> shown = new LinkedHashMap<>();
    shown.put("nudge", bands.nudge());
    shown.put("block", bands.block());
    return shown;
  }

  private static Map<String, Long> strikes(final Settings.Strikes strikes) {
    final Map<String, Long> shown = new LinkedHashMap<>();
    shown.put("escalate_at", (long) strikes.escalateAt());
    shown.put("window_days", strikes.window().toDays());
    shown.put("suspend_at", (long) strikes.suspendAt());
    shown.put("suspend_days", strikes.suspendFor().toDays());
    return shown;
  }

  /** What applies to each kind of message; staff are never struck, so no rule is shown for them. */
  private static List<Map<String, Object>> rules(final Settings settings) {
    final List<Map<String, Object>> rules = new ArrayList<>();
    for (final Channel channel : Channel.values()) {
      for (final Direction direction : Direction.values()) {
        for (final Role role : List.of(Role.CLIENT, Role.PROVIDER)) {
          rules.add(rule(settings, channel, direction, role));
        }
      }
    }
    return rules;
  }

  private static Map<String, Object> rule(
      final Settings settings, final Channel channel, final Direction direction, final Role role) {
    final Rule rule = settings.policy().ruleFor(channel, direction, role);
    final Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("channel", channel.wire());
    shown.put("direction", direction.wire());
    shown.put("role", role.wire());
    shown.put("mode", rule.mode().wire());
    shown.put("redact", rule.redact());
    shown.put("bands", bands(rule.bands()));
    shown.put("alerting", rule.alerting().wire());
    return shown;
  }
}
