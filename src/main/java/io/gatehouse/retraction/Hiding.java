package io.gatehouse.retraction;

import io.gatehouse.effects.Effect;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.ErpnextSettings.Hide;
import io.gatehouse.site.AlertPlace;
import io.gatehouse.thread.ThreadTexts;
import io.gatehouse.web.Html;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Chooses, once, how a document is hidden. */
@Singleton
class Hiding {

  /** The alert of a pair's first leak is opened at the same time; longer a leak must not stay. */
  private static final Duration ALERT = Duration.ofSeconds(10);

  private final Retractions retractions;
  private final SettingsBook settings;
  private final Optional<AlertPlace> alerts;
  private final ThreadTexts texts;
  private final Clock clock;

  Hiding(
      final Retractions retractions,
      final SettingsBook settings,
      final Optional<AlertPlace> alerts,
      final ThreadTexts texts,
      final Clock clock) {
    this.retractions = retractions;
    this.settings = settings;
    this.alerts = alerts;
    this.texts = texts;
    this.clock = clock;
  }

  /** What is to be done; empty while the alert it is moved to is just being opened. */
  Optional<Change> begin(final Effect effect, final MessageEvent event, final Retraction row) {
    if (row.chosen().isPresent()) {
      return chosen(effect, event, row);
    }
    return switch (row.doctype()) {
      case "Issue" -> choose(effect, event, row, Manner.DESCRIBE, effect.reference().value());
      case "Communication" -> communication(effect, event, row);
      default -> choose(effect, event, row, Manner.DELETE, "");
    };
  }

  /** What was chosen; empty before that. */
  Optional<Change> chosen(final Effect effect, final MessageEvent event, final Retraction row) {
    final String place = Objects.requireNonNullElse(row.place(), "");
    return row.chosen()
        .map(
            manner ->
                switch (manner) {
                  case RELINK -> new Change.Relink(row.document(), place);
                  case DELETE -> new Change.Delete(row.doctype(), row.document());
                  case DESCRIBE ->
                      new Change.Describe(row.document(), notice(effect, event, row), place, true);
                });
  }

  private Optional<Change> communication(
      final Effect effect, final MessageEvent event, final Retraction row) {
    if (settings.current(effect.organization()).erpnext().hide() == Hide.DELETE) {
      return choose(effect, event, row, Manner.DELETE, "");
    }
    final Optional<String> alert =
        alerts.flatMap(place -> place.openFor(effect.organization(), event.conversation()));
    if (alert.isPresent()) {
      return choose(effect, event, row, Manner.RELINK, alert.get());
    }
    return alertComing(effect, event)
        ? Optional.empty()
        : choose(effect, event, row, Manner.DELETE, "");
  }

  private boolean alertComing(final Effect effect, final MessageEvent event) {
    return alerts.isPresent()
        && event.verdict().decision().plan().alert()
        && clock.instant().isBefore(effect.addedAt().plus(ALERT));
  }

  private Optional<Change> choose(
      final Effect effect,
      final MessageEvent event,
      final Retraction row,
      final Manner manner,
      final String place) {
    return chosen(effect, event, retractions.choose(row, manner, place));
  }

  private String notice(final Effect effect, final MessageEvent event, final Retraction row) {
    return texts.instead(event, row.why(), Retractions.language(effect))
        + Html.paragraph(Objects.requireNonNullElse(row.place(), ""));
  }
}
