package io.gatehouse.installing;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import java.net.URI;

/**
 * A site to be set up, once.
 *
 * @param desk the site, as its administrator; never kept
 * @param webhook the address that the site's webhooks shall call
 * @param user the dedicated user's e-mail address
 */
record Order(Caller by, Desk desk, URI webhook, String user, Wish wish) {

  /**
   * What is to be done.
   *
   * @param apply writes; else it is only told what would be
   * @param remove takes away what was made, instead of making it
   * @param fields with {@code remove}: the custom fields as well, and what is in them
   * @param verify provokes a delivery even where nothing was written
   * @param newKey replaces a key of the dedicated user that this gateway does not hold
   * @param setSecret writes the webhooks' secret anew, which cannot be read and compared
   */
  record Wish(
      boolean apply,
      boolean remove,
      boolean fields,
      boolean verify,
      boolean newKey,
      boolean setSecret) {}

  /**
   * Where the site's webhooks lead.
   *
   * @throws Problem 409 when nobody said how this gateway is reached
   */
  static URI webhook(final Environment.Server server, final OrganizationId organization) {
    if (!server.publicUrlGiven()) {
      throw Problem.conflict(
          "no_public_url",
          "Set PUBLIC_URL to the https address by which ERPNext reaches this gateway, and start"
              + " again.");
    }
    final String home =
        organization.equals(OrganizationId.DEFAULT) ? "" : "/o/" + organization.value();
    return URI.create(server.publicUrl() + home + "/webhooks/erpnext");
  }

  Site site() {
    return desk.site();
  }
}
