package io.gatehouse.rulings;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.categories.Opinion;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision that is to be recorded.
 *
 * @param event the message it is about, where it is one of ours
 * @param content what is known of content that is kept elsewhere
 */
public record NewRuling(
    OrganizationId organization,
    Source source,
    Optional<UUID> event,
    Opinion opinion,
    Content content,
    Instant at) {

  /**
   * What another system's content is known by.
   *
   * @param fingerprint by which the same text is known again
   * @param url where that system shows it
   */
  public record Content(Optional<String> fingerprint, Optional<String> url) {

    /** Of what never changes and is kept here. */
    public static final Content OURS = new Content(Optional.empty(), Optional.empty());
  }

  public NewRuling(
      final OrganizationId organization,
      final Source source,
      final Optional<UUID> event,
      final Opinion opinion,
      final Instant at) {
    this(organization, source, event, opinion, Content.OURS, at);
  }

  /** On a message of ours. */
  public static NewRuling on(
      final OrganizationId organization,
      final UUID event,
      final Opinion opinion,
      final Instant at) {
    return new NewRuling(organization, Source.message(event), Optional.of(event), opinion, at);
  }
}
