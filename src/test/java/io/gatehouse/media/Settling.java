package io.gatehouse.media;

import io.gatehouse.base.OrganizationId;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Settles the fetching of a file in a transaction of its own, as the ledger does. */
@Singleton
public class Settling {

  private final Completion completion;

  Settling(final Completion completion) {
    this.completion = completion;
  }

  @Transactional
  public void settle(final UUID event, final UUID item) {
    completion.settled(OrganizationId.DEFAULT, event, item);
  }
}
