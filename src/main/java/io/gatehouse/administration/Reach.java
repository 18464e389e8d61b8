package io.gatehouse.administration;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.Organizations;

/** Which organizations a caller may know of. */
final class Reach {

  private Reach() {}

  /**
   * The organization of this id. Another's answers like none, so that ids cannot be found out.
   *
   * @throws io.gatehouse.base.Problem 404 when it is another's and the caller is no operator
   */
  static OrganizationId within(final Caller caller, final String id) {
    final OrganizationId organization = new OrganizationId(id);
    if (!caller.is(Caller.OPERATOR)
        && !(caller.is(Caller.OWNER) && caller.organization().equals(organization))) {
      throw Organizations.unknown(organization);
    }
    return organization;
  }
}
