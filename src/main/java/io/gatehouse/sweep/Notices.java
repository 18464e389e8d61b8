package io.gatehouse.sweep;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Posts a notice in a transaction of its own. */
@Singleton
class Notices {

  private final Inbox inbox;

  Notices(final Inbox inbox) {
    this.inbox = inbox;
  }

  @Transactional
  void post(final OrganizationId organization, final String kind, final Map<String, String> facts) {
    inbox.post(List.of(new NewNotice(organization, kind, null, null, facts)));
  }
}
