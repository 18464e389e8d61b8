package io.gatehouse.spamlog;

import io.gatehouse.organization.Settings;
import io.gatehouse.organization.Texts;
import io.gatehouse.spam.Spam.Reason;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Says the signs of spam in words. */
@Singleton
public class ReasonTexts {

  private static final String PREFIX = "spam.reason.";

  private final Texts texts;

  ReasonTexts(final Texts texts) {
    this.texts = texts;
  }

  /** A sign in words; a code that no release knows any more speaks for itself. */
  @Serdeable
  public record Told(String code, int points, String text) {}

  /**
   * @param language ISO 639, empty for the organization's
   */
  public List<Told> of(final Settings settings, final List<Reason> reasons, final String language) {
    return reasons.stream()
        .map(reason -> new Told(reason.code(), reason.points(), text(settings, reason, language)))
        .toList();
  }

  private String text(final Settings settings, final Reason reason, final String language) {
    final String key = PREFIX + reason.code();
    return texts.exists(key) ? texts.render(settings, key, language, Map.of()) : reason.code();
  }
}
