package io.gatehouse.installing;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.base.Caller;
import java.net.URI;

/**
 * A site to be set up, once.
 *
 * @param desk the site, as its administrator; never kept
 * @param webhook the address that the site's webhooks shall call
 * @param user the dedicated user's e-mail address
 */
record Order(Caller by, Desk desk, URI webhook, String user, Wish wish) {

  Site site() {
    return desk.site();
  }
}
