package io.gatehouse.opinion;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Scores;
import io.gatehouse.conduct.Conduct;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.effects.Effect;
import io.gatehouse.events.Events;
import io.gatehouse.keywords.Keywords;
import io.gatehouse.message.Content;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.rulings.Source;
import io.gatehouse.rulings.Texts;
import io.gatehouse.settings.ModerationSettings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;

/** Finds what an effect is about; what was erased meanwhile is nothing to read. */
@Singleton
final class Subjects {

  private final Events events;
  private final Texts texts;
  private final Conduct conduct;
  private final SettingsBook settings;

  Subjects(
      final Events events, final Texts texts, final Conduct conduct, final SettingsBook settings) {
    this.events = events;
    this.texts = texts;
    this.conduct = conduct;
    this.settings = settings;
  }

  Optional<Subject> of(final Effect effect) {
    final UUID event = effect.event();
    return event == null
        ? content(effect)
        : events.find(effect.organization(), event).flatMap(this::message);
  }

  private Optional<Subject> message(final MessageEvent event) {
    final OrganizationId organization = event.origin().organization();
    final String text = visible(event.content());
    final boolean waits = event.state() == EventState.WITHHELD && event.heldFor(Origin.MODEL);
    return text.isBlank() && !waits
        ? Optional.empty()
        : Optional.of(
            new Subject(
                organization,
                Source.message(event.id()),
                text,
                words(organization, event.content(), event.origin().sender().role()),
                waits));
  }

  private Optional<Subject> content(final Effect effect) {
    final OrganizationId organization = effect.organization();
    final Source source =
        new Source(
            effect.payload().getOrDefault(ModelOrders.SOURCE_KIND, ""),
            effect.payload().getOrDefault(ModelOrders.SOURCE_ID, ""));
    final Format format =
        Format.valueOf(effect.payload().getOrDefault(ModelOrders.FORMAT, Format.PLAIN.name()));
    return texts
        .of(organization, source, Texts.CONTENT)
        .map(text -> new Content(text, format))
        .filter(content -> !visible(content).isBlank())
        .map(
            content ->
                new Subject(
                    organization,
                    source,
                    visible(content),
                    words(organization, content, Role.CLIENT),
                    false));
  }

  /** By the rules that hold now: what was thought at first may have been by others. */
  private Opinion words(
      final OrganizationId organization, final Content content, final Role author) {
    final ModerationSettings rules = settings.current(organization).moderation();
    return conduct
        .opinion(content, author, rules)
        .orElseGet(
            () -> Opinion.of(Scores.NONE, false, rules.thresholds(), Keywords.BY, List.of()));
  }

  private static String visible(final Content content) {
    return switch (content.format()) {
      case PLAIN -> content.text();
      case HTML -> Jsoup.parse(content.text()).wholeText();
    };
  }
}
