package io.gatehouse.digest;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.Organizations;
import io.gatehouse.organization.Organizations.Organization;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders every digest that is due. */
@Singleton
class Digests {

  private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
  private static final int PAGE = 100;

  private final Organizations organizations;

  /** Looked up late: the ledger's workers run the task that asks for it. */
  private final Provider<Days> days;

  Digests(final Organizations organizations, final Provider<Days> days) {
    this.organizations = organizations;
    this.days = days;
  }

  void orderDue() {
    List<Organization> page = organizations.after("", PAGE);
    while (!page.isEmpty()) {
      page.forEach(this::order);
      page = organizations.after(page.getLast().id(), PAGE);
    }
  }

  /** One organization's trouble is no other's. */
  private void order(final Organization organization) {
    try {
      days.get().order(new OrganizationId(organization.id()));
    } catch (final RuntimeException failed) {
      LOG.warn("the digest of {} failed with {}", organization.id(), failed.getClass().getName());
    }
  }
}
