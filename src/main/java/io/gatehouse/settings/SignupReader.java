package io.gatehouse.settings;

import io.gatehouse.json.Part;
import io.gatehouse.spam.Sign;
import io.gatehouse.spam.SpamRules;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how sign-ups and invitations are judged. */
public final class SignupReader {

  private static final int MOST = 200;
  private static final int LONGEST = 40;
  private static final int FULL = 100;
  private static final Set<String> SIGNS =
      Arrays.stream(Sign.values()).map(Sign::wire).collect(Collectors.toUnmodifiableSet());

  private SignupReader() {}

  public static SignupSettings read(final Part part) {
    part.only(Set.of("weights", "block_above", "suspicious_from", "allowed_words", "keep_days"));
    final SpamRules standard = SpamRules.STANDARD;
    return new SignupSettings(
        new SpamRules(
            weights(part.at("weights")),
            part.at("block_above").integer(1, FULL).orElse(standard.blockAbove()),
            part.at("suspicious_from").integer(1, FULL).orElse(standard.suspiciousFrom()),
            allowed(part.at("allowed_words"))),
        part.at("keep_days")
            .integer(0, 3650)
            .map(Duration::ofDays)
            .orElse(SignupSettings.STANDARD.keep()));
  }

  private static Map<Sign, Integer> weights(final Part part) {
    part.only(SIGNS);
    final var weights = new EnumMap<Sign, Integer>(Sign.class);
    for (final Sign sign : Sign.values()) {
      part.at(sign.wire()).integer(0, FULL).ifPresent(points -> weights.put(sign, points));
    }
    return weights;
  }

  private static Set<String> allowed(final Part list) {
    final var allowed = new LinkedHashSet<String>();
    for (final Part item : list.items(MOST)) {
      item.needed().line(LONGEST).ifPresent(allowed::add);
    }
    return allowed;
  }
}
