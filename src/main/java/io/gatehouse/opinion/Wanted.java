package io.gatehouse.opinion;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.categories.Ruling;
import io.gatehouse.conduct.SecondReader;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.model.ModelGateway;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.ModelSettings.Reads;
import io.gatehouse.settings.ModerationSettings;
import jakarta.inject.Singleton;

/**
 * Which texts the model is shown. A text that leaves for somebody else's machine is a choice: the
 * installation names a model, and the organization's settings say what it reads.
 */
@Singleton
final class Wanted implements SecondReader {

  private final ModelGateway model;
  private final SettingsBook settings;

  Wanted(final ModelGateway model, final SettingsBook settings) {
    this.model = model;
    this.settings = settings;
  }

  @Override
  public boolean reads(final OrganizationId organization) {
    return reading(organization) != Reads.OFF;
  }

  /** What it reads of an organization's texts by now. */
  Reads reading(final OrganizationId organization) {
    final ModerationSettings chosen = settings.current(organization).moderation();
    return model.name().isPresent() && chosen.enabled() ? chosen.model().reads() : Reads.OFF;
  }

  /**
   * Whether a message is to be read. One that waits for it always is, whatever the settings say by
   * now: else nobody would ever decide on it. What is hidden already a person reads.
   */
  boolean wants(final MessageEvent event) {
    if (event.heldFor(Origin.MODEL)) {
      return true;
    }
    if (!event.handling().judged()
        || event.content().text().isBlank()
        || event.verdict().ruling() == Ruling.BLOCK) {
      return false;
    }
    return switch (reading(event.origin().organization())) {
      case OFF -> false;
      case DOUBTFUL -> event.verdict().opinion().isPresent();
      case ALL -> true;
    };
  }
}
