package io.gatehouse.tenancy;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.organization.Recent;
import io.gatehouse.organization.Tenure;
import io.gatehouse.organization.Tenures;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/**
 * Lets what comes for a suspended organization wait, whatever channel it comes by: nothing is lost
 * and nothing passed on. Asked with every message, so it is kept in memory: what this instance
 * changes counts from its commit on, what another one changes within {@link #AGE} and the time it
 * takes to read.
 */
@Singleton
public class SuspendedOrganizations {

  /** What the envelope of such a message gives as {@link Origin#HELD}. */
  public static final String REASON = "organization_suspended";

  private static final Duration AGE = Duration.ofMillis(1500);

  private final Tenures tenures;
  private final Recent<Tenure> recent;
  private final Clock clock;

  SuspendedOrganizations(final Tenures tenures, final Clock clock) {
    this.tenures = tenures;
    this.clock = clock;
    this.recent = new Recent<>(clock, AGE, tenures::of);
  }

  /** The message as it is to be handled. */
  public Incoming admit(final Incoming incoming) {
    return admit(incoming, recent::get);
  }

  /** The same by what was read last, so that nothing waits for the database. */
  public Incoming admitUnaided(final Incoming incoming) {
    return admit(incoming, recent::known);
  }

  /** Reads anew how it stands, where that is old. */
  public void refresh(final OrganizationId organization) {
    recent.get(organization);
  }

  private Incoming admit(final Incoming incoming, final Function<OrganizationId, Tenure> tenure) {
    return concerns(incoming)
            && tenure.apply(incoming.origin().organization()).suspendedAt(clock.instant())
        ? incoming.held(REASON)
        : incoming;
  }

  /**
   * What staff write on their own site is neither sent nor received by us, and was read there
   * already; to take it away would only hurt their records.
   */
  private static boolean concerns(final Incoming incoming) {
    final boolean ofStaff =
        incoming.origin().channel() == Channel.ERPNEXT
            && incoming.origin().sender().role() == Role.STAFF;
    return !ofStaff
        && (incoming.handling() == Handling.SCREEN || incoming.handling() == Handling.HOLD);
  }

  /** Whether a recorded message waits because its organization is suspended. */
  public static boolean holds(final MessageEvent event) {
    return event.handling() == Handling.HOLD
        && REASON.equals(event.origin().envelope().get(Origin.HELD));
  }

  /** All that are suspended now, read from the database. */
  public Set<OrganizationId> now() {
    return tenures.suspended();
  }

  /** The refusal of what a recorded message was to send. */
  public static Problem held(final MessageEvent event) {
    return Problem.forbidden(
            "organization_suspended",
            "This organization is suspended. Nothing was sent; the message waits for its owner.")
        .with("event", event.id().toString())
        .with("state", event.state().wire());
  }

  void changed(final OrganizationId organization) {
    recent.forget(organization);
  }

  void forget() {
    recent.forgetAll();
  }
}
