package io.gatehouse.telling;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.EffectLedger;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.inbox.NoticeListener;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.OwnerSettings.Occasion;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Orders that an owner is told of notices, in the transaction that posts them. */
@Singleton
class Tellings implements NoticeListener {

  private final Occasions occasions;
  private final SettingsBook settings;
  private final Windows windows;

  /** Looked up late: what became of an effect may be a notice itself. */
  private final Provider<EffectLedger> effects;

  private final Clock clock;

  Tellings(
      final Occasions occasions,
      final SettingsBook settings,
      final Windows windows,
      final Provider<EffectLedger> effects,
      final Clock clock) {
    this.occasions = occasions;
    this.settings = settings;
    this.windows = windows;
    this.effects = effects;
    this.clock = clock;
  }

  @Override
  public void posted(final List<Posted> notices) {
    final Map<String, Map<Occasion, List<UUID>>> sorted = new TreeMap<>();
    for (final Posted posted : notices) {
      occasions
          .of(posted.notice())
          .ifPresent(
              occasion ->
                  sorted
                      .computeIfAbsent(
                          posted.notice().organization().value(), any -> new TreeMap<>())
                      .computeIfAbsent(occasion, any -> new ArrayList<>())
                      .add(posted.id()));
    }
    sorted.forEach(
        (organization, occasion) ->
            occasion.forEach((o, ids) -> tell(new OrganizationId(organization), o, ids)));
  }

  private void tell(
      final OrganizationId organization, final Occasion occasion, final List<UUID> notices) {
    final List<Window> all =
        Window.of(organization, occasion, settings.current(organization).owner());
    if (all.isEmpty()) {
      return;
    }
    final Set<String> open = new HashSet<>(windows.open(all.getFirst()));
    final List<NewEffect> ordered = new ArrayList<>();
    for (final Window window : all) {
      if (!open.contains(window.key()) && windows.openNow(window)) {
        ordered.add(window.order(clock.instant()));
      }
      windows.add(window, notices);
    }
    effects.get().add(ordered);
  }
}
