package io.gatehouse.standings;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what happens to pairs. */
@Singleton
class Chronicle {

  private final AuditLog audit;
  private final List<StandingListener> listeners;

  Chronicle(final AuditLog audit, final List<StandingListener> listeners) {
    this.audit = audit;
    this.listeners = listeners;
  }

  void record(
      final OrganizationId organization,
      final String by,
      final String action,
      final UUID pair,
      final @Nullable String reason,
      final Map<String, String> details) {
    audit.record(organization, by, action, pair.toString(), reason, details);
    listeners.forEach(listener -> listener.changed(organization, action, pair, by, details));
  }
}
