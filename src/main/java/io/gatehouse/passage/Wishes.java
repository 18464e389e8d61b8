package io.gatehouse.passage;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.ChatSettings.OnFailure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What organizations want while we fail, as it was last read: asking must cost no round trip. */
@Singleton
class Wishes {

  private static final Logger LOG = LoggerFactory.getLogger(Wishes.class);

  private final Function<OrganizationId, OnFailure> book;
  private final Map<OrganizationId, OnFailure> known = new ConcurrentHashMap<>();

  @Inject
  Wishes(final SettingsBook settings) {
    this((final OrganizationId organization) -> settings.current(organization).chat().onFailure());
  }

  Wishes(final Function<OrganizationId, OnFailure> book) {
    this.book = book;
  }

  /** Reads it while the database is there; call it now and then. */
  void refresh(final OrganizationId organization) {
    try {
      known.put(organization, book.apply(organization));
    } catch (final RuntimeException unknown) {
      LOG.warn("organization={}: what it wants while we fail was not read", organization);
    }
  }

  OnFailure of(final OrganizationId organization) {
    if (!known.containsKey(organization)) {
      refresh(organization);
    }
    return atOnce(organization);
  }

  /** Without asking anybody. S3.1 where nothing is known: nobody is held up by us. */
  OnFailure atOnce(final OrganizationId organization) {
    return known.getOrDefault(organization, OnFailure.PASS);
  }
}
