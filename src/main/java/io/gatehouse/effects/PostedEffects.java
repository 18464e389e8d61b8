package io.gatehouse.effects;

import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Recognises what effects put into a provider's hands when it comes back (B14). */
@Singleton
public class PostedEffects {

  private final EffectRepository effects;

  PostedEffects(final EffectRepository effects) {
    this.effects = effects;
  }

  /**
   * Whether a document was posted by an effect of ours: one that got this name for it, or one that
   * has no name yet (the document may come back before the answer to its POST is recorded) and
   * whose reference the document carries.
   *
   * @param reference as found in the document, or ""
   */
  public boolean include(
      final OrganizationId organization,
      final Lane lane,
      final String providerId,
      final String reference) {
    return effects.posted(organization.value(), lane.wire(), providerId, reference);
  }

  /**
   * The provider's name for what an effect of a kind put there because of an event; empty while
   * there is none.
   */
  public Optional<String> name(
      final OrganizationId organization, final UUID event, final String kind) {
    return effects.posted(organization.value(), event, kind);
  }
}
