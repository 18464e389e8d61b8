package io.gatehouse.standings;

import io.gatehouse.base.OrganizationId;
import java.util.Map;
import java.util.UUID;

/** Hears of pairs that stand in another way, inside the transaction that records it. */
public interface StandingListener {

  /**
   * An exception undoes what it is told of.
   *
   * @param what {@code pair.suspended}, {@code pair.lifted} …, as in the audit
   * @param by who did it
   * @param details what else is known of it; never text or names
   */
  void changed(
      OrganizationId organization, String what, UUID pair, String by, Map<String, String> details);
}
