package io.gatehouse.carrier;

import java.util.Map;

/**
 * A phone number of a Twilio account.
 *
 * @param sid {@code PN…}
 * @param number in E.164
 * @param name what the account's owner calls it
 * @param sms whether it can send and receive text messages
 * @param settings what Twilio calls for it, by the resource's own names ({@code sms_url} …); what
 *     is not set is empty
 */
public record OwnedNumber(
    String sid, String number, String name, boolean sms, Map<String, String> settings) {

  public OwnedNumber {
    settings = Map.copyOf(settings);
  }
}
