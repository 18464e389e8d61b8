package io.gatehouse.overrides;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.conduct.Conduct;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.rulings.Rulings;
import io.gatehouse.rulings.Source;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * A later opinion on a recorded message, such as a model's: it may have somebody look at what was
 * delivered, and decides on what waited for it.
 */
@Singleton
public class SecondOpinion {

  private final Held held;
  private final Rulings rulings;
  private final GoingOn going;
  private final OpinionTrace trace;

  SecondOpinion(
      final Held held, final Rulings rulings, final GoingOn going, final OpinionTrace trace) {
    this.held = held;
    this.rulings = rulings;
    this.going = going;
    this.trace = trace;
  }

  /**
   * Records the opinion, in one transaction with what follows from it. What waited for a model goes
   * on unless it is to be hidden; what is there to be read already can only be looked at. What is
   * hidden, by its words or by a model, is let go by people alone: a milder opinion on it counts
   * nothing.
   *
   * @param given where nothing could be learned, the one that was formed at first, under the name
   *     of whoever formed it (B52)
   * @throws Problem 404 when there is no such message any more
   */
  @Transactional
  public void heard(final OrganizationId organization, final UUID id, final Opinion given) {
    rulings.hold(organization, Source.message(id));
    final Held.Message message = held.hold(organization, id);
    if (message.withheld() && message.event().verdict().ruling() == Ruling.BLOCK) {
      return;
    }
    final boolean waited = message.withheld() && message.event().heldFor(Origin.MODEL);
    final Opinion opinion = waited ? given : Conduct.shown(given);
    final MessageEvent event = trace.leave(message.event(), opinion);
    if (!waited) {
      return;
    }
    if (opinion.ruling() == Ruling.BLOCK) {
      going.keep(event);
    } else if (GoingOn.waits(message)) {
      going.on(event, opinion.by());
    }
  }
}
