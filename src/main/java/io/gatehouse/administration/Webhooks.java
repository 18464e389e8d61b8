package io.gatehouse.administration;

import io.gatehouse.base.OrganizationId;
import io.micronaut.serde.annotation.Serdeable;

/** Where an organization's providers send to: paths behind {@code PUBLIC_URL}. */
@Serdeable
record Webhooks(String twilioSms, String erpnextCommunication, String erpnextSms) {

  static Webhooks of(final OrganizationId organization) {
    final String home = organization.equals(OrganizationId.DEFAULT) ? "" : "/o/" + organization;
    return new Webhooks(
        home + "/webhooks/twilio/sms", home + "/webhooks/erpnext", home + "/erpnext/sms");
  }
}
