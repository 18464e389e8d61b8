package io.gatehouse.administration;

import io.gatehouse.model.ModelGateway;
import io.gatehouse.organization.Settings;
import io.gatehouse.settings.ModelSettings.Reads;
import io.gatehouse.settings.ModerationSettings;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Finds what an organization has chosen that does nothing as things stand. */
@Singleton
class IdleSettings {

  private final ModelGateway model;

  IdleSettings(final ModelGateway model) {
    this.model = model;
  }

  /** The names of such settings, as paths in the document. */
  List<String> of(final Settings settings) {
    final ModerationSettings moderation = settings.moderation();
    final boolean asks = moderation.model().reads() != Reads.OFF;
    final List<String> idle = new ArrayList<>();
    if (asks && !reads(moderation)) {
      idle.add("moderation.model");
    }
    if (!moderation.holdForModel().isEmpty() && !(asks && reads(moderation))) {
      idle.add("moderation.hold_for_model");
    }
    return List.copyOf(idle);
  }

  private boolean reads(final ModerationSettings moderation) {
    return moderation.enabled() && model.name().isPresent();
  }
}
