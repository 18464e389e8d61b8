package io.gatehouse.tenancy;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.organization.Standing;
import io.gatehouse.organization.Tenure;
import io.gatehouse.organization.Tenures;
import io.gatehouse.tenancy.Changes.Change;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The operator's word on an organization (S2.20). Whoever speaks names the version he has read, so
 * that of two operators at once the second learns what the first one did.
 */
@Singleton
public class Probation {

  private final Changes changes;
  private final Tenures tenures;
  private final Clock clock;

  Probation(final Changes changes, final Tenures tenures, final Clock clock) {
    this.changes = changes;
    this.tenures = tenures;
    this.clock = clock;
  }

  /**
   * Who speaks of whom.
   *
   * @param version of the {@link Tenure} that was read
   */
  public record Word(Caller by, OrganizationId organization, int version, String reason) {}

  /**
   * @throws Problem 404 when there is no such organization
   */
  public Tenure of(final OrganizationId organization) {
    return tenures.of(organization);
  }

  /**
   * Has an eye on it. A suspended one stays suspended, and is flagged when that ends (B30, B33).
   *
   * @throws Problem 404 when there is no such organization, 409 when it is flagged, 412 when it
   *     stands in another way by now
   */
  @Transactional
  public Tenure flag(final Word word) {
    final Tenure before = hold(word);
    if (before.isFlagged()) {
      throw conflict(before, "already_flagged", "It is flagged. Suspend it, or restore it.");
    }
    return make(word, before, Action.FLAGGED, before.until());
  }

  /**
   * Suspends it, or gives its suspension another end.
   *
   * @param until null: until it is restored
   * @throws Problem 400 when the end has passed, 404, 409 when it is suspended until then, 412
   */
  @Transactional
  public Tenure suspend(final Word word, final @Nullable Instant until) {
    if (until != null && !until.isAfter(clock.instant())) {
      throw Problem.badRequest("expiry_passed", "The end lies in the past. Give one to come.");
    }
    final Tenure before = hold(word);
    return make(word, before, suspension(before, until), until);
  }

  /**
   * Ends suspension and flag.
   *
   * @throws Problem 404, 409 when it is active, 412
   */
  @Transactional
  public Tenure restore(final Word word) {
    final Tenure before = hold(word);
    if (before.standing() == Standing.ACTIVE) {
      throw conflict(before, "already_active", "It is active: there is nothing to restore.");
    }
    return make(word, before, Action.RESTORED, null);
  }

  private static Action suspension(final Tenure before, final @Nullable Instant until) {
    if (before.standing() != Standing.SUSPENDED) {
      return Action.SUSPENDED;
    }
    if (Objects.equals(before.until(), until)) {
      throw conflict(
          before,
          "already_suspended",
          "It is suspended until then. Give another end, or restore it.");
    }
    return until == null || before.until() != null && until.isAfter(before.until())
        ? Action.EXTENDED
        : Action.SHORTENED;
  }

  private Tenure hold(final Word word) {
    final Tenure before = changes.hold(word.organization());
    if (before.version() != word.version()) {
      throw new Problem(
              412, "version_outdated", "It stands in another way by now. Read it again first.")
          .with("standing", before.standing().wire());
    }
    return before;
  }

  private Tenure make(
      final Word word, final Tenure before, final Action action, final @Nullable Instant until) {
    return changes.make(
        word.organization(),
        before,
        new Change(action, Moderator.of(word.by()), word.reason(), until, Map.of()));
  }

  private static Problem conflict(final Tenure before, final String code, final String detail) {
    return Problem.conflict(code, detail).with("standing", before.standing().wire());
  }
}
