package io.gatehouse.organization;

import io.gatehouse.base.OrganizationId;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How organizations stand, as it is stored; what may follow on what is not known here. */
@Singleton
public class Tenures {

  private final TenureRepository tenures;
  private final Clock clock;

  Tenures(final TenureRepository tenures, final Clock clock) {
    this.tenures = tenures;
    this.clock = clock;
  }

  /**
   * @throws io.gatehouse.base.Problem 404 when there is no such organization
   */
  public Tenure of(final OrganizationId organization) {
    return tenures
        .byId(organization.value())
        .map(TenureRepository.Row::tenure)
        .orElseThrow(() -> Organizations.unknown(organization));
  }

  /**
   * The same, which nobody else changes until the running transaction ends; empty when there is no
   * such organization.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Tenure> hold(final OrganizationId organization) {
    return Optional.ofNullable(tenures.hold(organization.value()))
        .map(TenureRepository.Row::tenure);
  }

  /** Changes one that is held. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void change(final OrganizationId organization, final Tenure to) {
    tenures.change(
        organization.value(),
        to.standing().wire(),
        to.since(),
        to.until(),
        to.flaggedMeanwhile(),
        to.version());
  }

  /** Those whose suspension is over and not yet recorded as ended. */
  public List<OrganizationId> ended() {
    return tenures.ended(clock.instant()).stream().map(OrganizationId::new).toList();
  }

  /** All that may not send now. */
  public Set<OrganizationId> suspended() {
    return tenures.suspended(clock.instant()).stream()
        .map(OrganizationId::new)
        .collect(Collectors.toUnmodifiableSet());
  }
}
