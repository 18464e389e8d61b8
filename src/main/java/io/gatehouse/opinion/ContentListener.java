package io.gatehouse.opinion;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.rulings.StoredRuling;

/** Hears when a second opinion changed what holds of other systems' content. */
public interface ContentListener {

  /** Called inside the transaction that records it; an exception undoes both. */
  void decided(OrganizationId organization, StoredRuling ruling);
}
