package io.gatehouse.access;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Set;

/** An owner's key that a demonstration may show, since it is good until the next one alone. */
@Singleton
public class DemonstrationKey {

  private static final String NAME = "demonstration";

  private final AccessKeys access;

  DemonstrationKey(final AccessKeys access) {
    this.access = access;
  }

  /** Revokes the key of the last demonstration and issues another. */
  @Transactional
  public Secret renew() {
    access.of(OrganizationId.DEFAULT).stream()
        .filter(row -> row.name().equals(NAME) && row.revokedAt() == null)
        .forEach(row -> access.revoke(OrganizationId.DEFAULT, NAME, row.id()));
    final Secret key = KeyText.fresh();
    access.add(OrganizationId.DEFAULT, NAME, NAME, Set.of(Caller.OWNER), key);
    return key;
  }
}
