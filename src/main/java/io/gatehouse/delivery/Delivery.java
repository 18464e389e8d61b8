package io.gatehouse.delivery;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.relay.Line;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text message that was ordered, as far as we know what became of it; the columns are explained
 * where the table is made (V12).
 */
@MappedEntity("sms_delivery")
record Delivery(
    @Id UUID effectId,
    String organizationId,
    @Nullable UUID eventId,
    boolean carries,
    String number,
    String phone,
    int resend,
    @Nullable String sid,
    String status,
    int rank,
    @Nullable Instant firstAttemptAt,
    @Nullable Instant attemptedAt,
    @Nullable Instant acceptedAt) {

  OrganizationId organization() {
    return new OrganizationId(organizationId);
  }

  Line line() {
    return new Line(organization(), number, phone);
  }

  /** Whether the message is known by another name than this. */
  boolean isAnother(final String than) {
    return sid != null && !sid.equals(than);
  }
}
