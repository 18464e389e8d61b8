package io.gatehouse.erpnext;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.PostedEffects;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.site.SiteDocument;
import jakarta.inject.Singleton;

/** Takes a proved delivery to the gatekeeper, unless it is no message to screen. */
@Singleton
final class Intake {

  private final PostedEffects posted;
  private final Threads threads;
  private final Gatekeeper gatekeeper;
  private final Answers answers;

  Intake(
      final PostedEffects posted,
      final Threads threads,
      final Gatekeeper gatekeeper,
      final Answers answers) {
    this.posted = posted;
    this.threads = threads;
    this.gatekeeper = gatekeeper;
    this.answers = answers;
  }

  /**
   * @throws io.gatehouse.base.Problem 400 saying what is wrong with the body
   */
  Answer receive(final Delivery delivery) {
    return switch (Letters.read(PayloadReader.read(delivery.body()))) {
      case Letters.Ignored ignored -> new Answer.Ignored(ignored.why());
      case Letter letter -> receive(delivery, letter);
    };
  }

  private Answer receive(final Delivery delivery, final Letter letter) {
    if (ownPost(delivery.organization(), letter.id())) {
      return new Answer.Ignored("own_post");
    }
    final Threads.Place place = threads.place(delivery.organization(), letter);
    if (Threads.internalNote(letter, place.sender())) {
      return new Answer.Ignored("internal_note");
    }
    return answers.to(gatekeeper.screen(incoming(delivery, letter, place)));
  }

  /**
   * Our own Comments fire the same webhooks (B14). Known by what we keep of them and by a field
   * that neither portal nor desk lets people write; their wording or an e-mail's Message-ID could
   * be copied.
   */
  private boolean ownPost(final OrganizationId organization, final Letter.Id id) {
    return !id.name().isEmpty()
        && posted.include(organization, Lane.ERPNEXT, id.name(), id.subject().strip());
  }

  private static Incoming incoming(
      final Delivery delivery, final Letter letter, final Threads.Place place) {
    return new Incoming(
        origin(delivery.organization(), letter, place.sender()),
        place.conversation(),
        letter.content(),
        letter.told().also(),
        key(delivery, letter.id()),
        Handling.SCREEN);
  }

  private static Origin origin(
      final OrganizationId organization, final Letter letter, final Sender sender) {
    final Direction direction =
        letter
            .direction()
            .orElse(sender.role() == Role.CLIENT ? Direction.INBOUND : Direction.OUTBOUND);
    return new Origin(
        organization,
        Channel.ERPNEXT,
        direction,
        sender,
        new SiteDocument(letter.id().doctype(), letter.id().name(), letter.issue()).envelope());
  }

  private static NaturalKey key(final Delivery delivery, final Letter.Id id) {
    return id.name().isEmpty() ? delivery.key() : new NaturalKey(id.source(), id.name(), null);
  }
}
