package io.gatehouse.erpnext;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.message.Twin;
import io.gatehouse.site.Issues;
import io.gatehouse.site.SeenIssue;
import io.gatehouse.site.SiteClock;
import io.gatehouse.site.SiteDocument;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Hands a letter in its place to the gatekeeper. */
@Singleton
final class Screening {

  /** Names for the two tellings of an opening; the text itself is in neither. */
  private static final String OPENING = "erpnext_opening";

  private final Gatekeeper gatekeeper;
  private final SiteClock clock;
  private final Issues issues;

  Screening(final Gatekeeper gatekeeper, final SiteClock clock, final Issues issues) {
    this.gatekeeper = gatekeeper;
    this.clock = clock;
    this.issues = issues;
  }

  MessageEvent screen(
      final Delivery delivery,
      final Letter letter,
      final Threads.Place place,
      final SeenIssue seen) {
    final OrganizationId organization = delivery.organization();
    return gatekeeper.screen(
        new Incoming(
            origin(organization, letter, place.sender()),
            place.conversation(),
            letter.content(),
            letter.told().also(),
            letter.id().name().isEmpty() ? delivery.key() : letter.id().key(),
            Handling.SCREEN,
            twin(organization, letter, seen)));
  }

  private Origin origin(
      final OrganizationId organization, final Letter letter, final Sender sender) {
    final Direction direction =
        letter
            .direction()
            .orElse(sender.role() == Role.CLIENT ? Direction.INBOUND : Direction.OUTBOUND);
    final var document =
        new SiteDocument(letter.id().doctype(), letter.id().name(), letter.issue());
    return new Origin(
        organization,
        Channel.ERPNEXT,
        direction,
        sender,
        document.envelope(clock.find(organization, letter.marks().written())));
  }

  /**
   * An Issue raised on the portal makes a Communication of its description, one raised by e-mail is
   * made of one: the same message, and one strike, whichever is told first.
   */
  private @Nullable Twin twin(
      final OrganizationId organization, final Letter letter, final SeenIssue seen) {
    final Letter.Id id = letter.id();
    final boolean description = id.source().equals(Letters.ISSUE) && id.edition().isEmpty();
    if (!description && !mayBeOpening(letter)) {
      return null;
    }
    final String words = issues.opening(organization, letter.issue(), letter.content().text());
    final boolean other = seen.opening() != null && !seen.opening().equals(words);
    return other && !description ? null : twin(id.source(), words);
  }

  /** Only what the customer wrote, in a document with a name, is ever made of an Issue. */
  private static boolean mayBeOpening(final Letter letter) {
    return letter.id().source().equals(Letters.COMMUNICATION)
        && !letter.id().name().isEmpty()
        && !letter.issue().isEmpty()
        && letter.author().presumed() == Role.CLIENT;
  }

  private static Twin twin(final String source, final String words) {
    final String other = source.equals(Letters.ISSUE) ? Letters.COMMUNICATION : Letters.ISSUE;
    return new Twin(key("", words), key(source, words), key(other, words));
  }

  private static NaturalKey key(final String place, final String words) {
    return new NaturalKey(OPENING, (place + " " + words).strip(), null);
  }
}
