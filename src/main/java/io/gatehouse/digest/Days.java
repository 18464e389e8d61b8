package io.gatehouse.digest;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.EffectLedger;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.OwnerSettings;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Orders the digest of a day: once, whoever asks, however often. */
@Singleton
class Days {

  private static final int CLASSES = 5;

  /** What the first digest looks back on; and after how long one is no news. */
  private static final Duration DAY = Duration.ofDays(1);

  private final DigestRepository digests;
  private final SettingsBook settings;
  private final EffectLedger effects;
  private final Clock clock;

  Days(
      final DigestRepository digests,
      final SettingsBook settings,
      final EffectLedger effects,
      final Clock clock) {
    this.digests = digests;
    this.settings = settings;
    this.effects = effects;
    this.clock = clock;
  }

  /**
   * Orders today's digest if its time has come. A gateway that was down then does so when it is up
   * again on the same day; the next one tells of everything since the last.
   */
  @Transactional
  void order(final OrganizationId organization) {
    final OwnerSettings owner = settings.current(organization).owner();
    final @Nullable LocalTime at = owner.digestAt().orElse(null);
    final Instant now = clock.instant();
    final ZonedDateTime here = now.atZone(owner.zone());
    if (at == null || owner.emails().isEmpty() || here.toLocalTime().isBefore(at)) {
      return;
    }
    final LocalDate day = here.toLocalDate();
    final String id = organization.value();
    if (digests.done(id, day)) {
      return;
    }
    final Instant since = digests.lastUntil(id).orElseGet(() -> now.minus(DAY));
    if (digests.claim(id, day, since, now) > 0) {
      final Figures figures = digests.figures(id, since, now);
      if (!figures.nothing()) {
        effects.add(List.of(effect(organization, since, now, figures)));
      }
    }
  }

  /** Figures are facts, small enough to travel with the order, and stay as they were. */
  private NewEffect effect(
      final OrganizationId organization,
      final Instant since,
      final Instant now,
      final Figures figures) {
    final Map<String, String> facts = new TreeMap<>();
    figures.named().forEach((name, count) -> facts.put(name, Long.toString(count)));
    int rank = 0;
    for (final DigestRepository.ClassCount found :
        digests.classes(organization.value(), since, now, CLASSES)) {
      facts.put("class." + rank++, found.type() + " " + found.count());
    }
    return new NewEffect(organization, Lane.MAIL, DigestLetters.KIND, null, null, facts)
        .expiring(now.plus(DAY));
  }
}
