package io.gatehouse.connecting;

import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Twilio should call for a number of ours.
 *
 * <p>Without a retry rule Twilio calls once and, after a failure, the fallback once; then the
 * message is lost to webhooks. Three retries of 4 s each fit its 15 s. A number's applications are
 * taken away, because Twilio would ask them instead of the addresses. Who rings a masked number
 * hears that it takes texts only.
 */
final class Wanted {

  private static final String RETRIES = "#rc=3&rp=4xx,5xx,ct,rt&rt=4000&ct=2000";
  private static final String POST = "POST";

  private Wanted() {}

  /** Twilio's names of the settings, in the order they are shown. */
  static final List<String> NAMES =
      List.of(
          "sms_url",
          "sms_method",
          "sms_fallback_url",
          "sms_fallback_method",
          "sms_application_sid",
          "status_callback",
          "status_callback_method",
          "voice_url",
          "voice_method",
          "voice_application_sid");

  /**
   * @throws Problem 409 when nobody said how Twilio reaches this server
   */
  static Map<String, String> of(
      final Environment.Server server, final OrganizationId organization) {
    if (!server.publicUrlGiven()) {
      throw Problem.conflict(
          "no_public_url",
          "Set PUBLIC_URL to the https address by which Twilio reaches this gateway, and start"
              + " again.");
    }
    final String home =
        organization.equals(OrganizationId.DEFAULT) ? "" : "/o/" + organization.value();
    final String webhooks = server.publicUrl() + home + "/webhooks/twilio/";
    final Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("sms_url", webhooks + "sms" + RETRIES);
    wanted.put("sms_fallback_url", webhooks + "sms");
    wanted.put("status_callback", webhooks + "status");
    wanted.put("voice_url", webhooks + "voice");
    NAMES.forEach(name -> wanted.putIfAbsent(name, name.endsWith("_method") ? POST : ""));
    return wanted;
  }
}
