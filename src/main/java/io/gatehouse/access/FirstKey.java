package io.gatehouse.access;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Secret;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes sure that somebody can sign in. */
@Singleton
public class FirstKey {

  /** The name of the key that comes from the environment; what else bears it is an earlier one. */
  static final String FROM_ENVIRONMENT = "GATEHOUSE_OWNER_KEY";

  private static final String GENERATED = "first owner key";
  private static final String ACTOR = "start";
  private static final Set<String> ROLES = Set.of(Caller.OPERATOR, Caller.OWNER);
  private static final OrganizationId HOME = OrganizationId.DEFAULT;

  private final AccessKeys access;
  private final KeyRepository keys;
  private final Environment environment;

  FirstKey(final AccessKeys access, final KeyRepository keys, final Environment environment) {
    this.access = access;
    this.keys = keys;
    this.environment = environment;
  }

  /**
   * Takes the owner's key from the environment, where it replaces the one that was there before; or
   * makes one when there is no key at all.
   *
   * @return a key that was made, to be shown once
   */
  @Transactional
  public Optional<Secret> ensure() {
    keys.lock();
    final Optional<Secret> given = environment.secrets().owner();
    given.ifPresent(this::replaceWith);
    if (given.isPresent() || keys.count() > 0) {
      return Optional.empty();
    }
    final Secret key = KeyText.fresh();
    access.add(HOME, ACTOR, GENERATED, ROLES, key);
    return Optional.of(key);
  }

  /**
   * Makes the first key of a new organization, inside the running transaction.
   *
   * @param actor who set it up
   * @return the owner's key, to be shown once
   */
  public Secret of(final OrganizationId organization, final String actor) {
    final Secret key = KeyText.fresh();
    access.add(organization, actor, GENERATED, Set.of(Caller.OWNER), key);
    return key;
  }

  private void replaceWith(final Secret key) {
    final Optional<KeyRepository.Row> known = keys.byHash(KeyText.hash(key.reveal()));
    final Optional<UUID> current = known.map(KeyRepository.Row::id);
    access.of(HOME).stream()
        .filter(row -> row.name().equals(FROM_ENVIRONMENT) && row.revokedAt() == null)
        .filter(row -> !Optional.of(row.id()).equals(current))
        .forEach(row -> access.revoke(HOME, ACTOR, row.id()));
    if (known.isEmpty()) {
      access.add(HOME, ACTOR, FROM_ENVIRONMENT, ROLES, key);
    } else if (known.get().revokedAt() != null) {
      keys.restore(known.get().id());
    }
  }
}
