package io.gatehouse.rulings;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.categories.Ruling;
import java.util.Optional;
import java.util.UUID;

/** Hears of what people say of decisions, inside the transaction that records it. */
public interface ReviewListener {

  /**
   * A person's word.
   *
   * @param before what held until then
   * @param by the name of the reviewer's key
   */
  record Reviewed(
      OrganizationId organization,
      UUID decision,
      Source source,
      Optional<UUID> event,
      Ruling before,
      Ruling after,
      String by,
      String reason) {}

  /** Called after the word is recorded; an exception undoes both. */
  void reviewed(Reviewed word);
}
