package io.gatehouse.moderation;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.moderation.BodyReader.Content;
import io.gatehouse.opinion.ModelOrders;
import io.gatehouse.rulings.NewRuling;
import io.gatehouse.rulings.Rulings;
import io.gatehouse.rulings.StoredRuling;
import io.gatehouse.rulings.Texts;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records what is thought of other systems' content. */
@Singleton
class Classifying {

  private final Rulings rulings;
  private final Texts texts;
  private final Fingerprints fingerprints;
  private final Tidings tidings;
  private final ModelOrders model;
  private final Clock clock;

  Classifying(
      final Rulings rulings,
      final Texts texts,
      final Fingerprints fingerprints,
      final Tidings tidings,
      final ModelOrders model,
      final Clock clock) {
    this.rulings = rulings;
    this.texts = texts;
    this.fingerprints = fingerprints;
    this.tidings = tidings;
    this.model = model;
    this.clock = clock;
  }

  /**
   * The same text again finds the decision there is; another one is decided on anew (B56), and so
   * is the same one where whoever decided thinks otherwise by now, by other rules.
   */
  @Transactional
  StoredRuling record(
      final OrganizationId organization, final Content content, final Opinion opinion) {
    rulings.hold(organization, content.source());
    final String fingerprint = fingerprints.of(organization, content);
    final Optional<StoredRuling> last = rulings.current(organization, content.source());
    return last.filter(ruling -> fingerprint.equals(ruling.fingerprint()))
        .filter(ruling -> !otherwise(ruling, opinion))
        .orElseGet(() -> add(organization, content, opinion, fingerprint, last));
  }

  private static boolean otherwise(final StoredRuling last, final Opinion opinion) {
    return last.classifier().equals(opinion.by())
        && !(last.decision().equals(opinion.ruling().wire())
            && last.help() == opinion.help()
            && last.scores().equals(opinion.scores().wire()));
  }

  private StoredRuling add(
      final OrganizationId organization,
      final Content content,
      final Opinion opinion,
      final String fingerprint,
      final Optional<StoredRuling> last) {
    final var known = new NewRuling.Content(Optional.of(fingerprint), content.url());
    final var ruling =
        new NewRuling(
            organization, content.source(), Optional.empty(), opinion, known, clock.instant());
    final UUID id = rulings.add(List.of(ruling)).getFirst();
    keep(organization, content, opinion);
    final StoredRuling added = rulings.find(organization, id).orElseThrow();
    if (added.inForce() != last.map(StoredRuling::inForce).orElse(Ruling.ALLOW)) {
      tidings.decided(organization, added);
    }
    return added;
  }

  /** What nobody has to look at, no model either, is not kept. */
  private void keep(
      final OrganizationId organization, final Content content, final Opinion opinion) {
    final boolean read =
        content.keepText()
            && model.order(organization, content.source(), content.format(), opinion);
    if (read || content.keepText() && opinion.ruling() != Ruling.ALLOW) {
      texts.keep(organization, content.source(), Texts.CONTENT, content.text());
    } else {
      texts.forget(organization, content.source(), Texts.CONTENT);
    }
  }
}
