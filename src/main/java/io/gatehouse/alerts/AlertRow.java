package io.gatehouse.alerts;

import io.gatehouse.base.OrganizationId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code compliance_alert}; what its columns mean is said where it is made. */
@MappedEntity("compliance_alert")
record AlertRow(
    @Id UUID id,
    String organizationId,
    String state,
    @Nullable UUID opener,
    @Nullable String issue,
    int strikes,
    boolean high,
    Instant openedAt,
    Instant lastAt,
    @Nullable Instant closedAt,
    @Nullable String closedBy) {

  static final String OPENING = "opening";
  static final String OPEN = "open";
  static final String CLOSING = "closing";
  static final String CLOSED = "closed";

  /** Whether it is not over yet. */
  boolean stands() {
    return state.equals(OPENING) || state.equals(OPEN);
  }

  boolean closed() {
    return state.equals(CLOSED);
  }

  OrganizationId organization() {
    return new OrganizationId(organizationId);
  }
}
