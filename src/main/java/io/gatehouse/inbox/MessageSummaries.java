package io.gatehouse.inbox;

import io.gatehouse.base.OrganizationId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the owner may read of messages without opening them. Asked when notices are shown, so that
 * no notice keeps a copy of what somebody wrote.
 */
public interface MessageSummaries {

  /** The beginning of each message with its findings masked (S5.12), by event. */
  Map<UUID, String> of(OrganizationId organization, Set<UUID> events);
}
