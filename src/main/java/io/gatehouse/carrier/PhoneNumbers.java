package io.gatehouse.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.accounts.TwilioAccount;
import io.gatehouse.base.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of an account, by Twilio's IncomingPhoneNumbers resource. Reading and setting may
 * both be repeated: a setting is a value, not an event.
 */
@Singleton
public class PhoneNumbers {

  private static final int PAGE = 100;
  private static final int MOST_PAGES = 100;

  private final AccountCalls calls;

  PhoneNumbers(final AccountCalls calls) {
    this.calls = calls;
  }

  /**
   * All of them, in Twilio's order.
   *
   * @param settings the names of the settings to be read
   * @throws Problem 502 when Twilio refuses, 503 when it cannot be reached
   */
  public List<OwnedNumber> all(final TwilioAccount account, final List<String> settings) {
    final var numbers = new ArrayList<OwnedNumber>();
    Optional<String> next = Optional.of(home(account) + ".json?PageSize=" + PAGE);
    for (int page = 0; next.isPresent() && page < MOST_PAGES; page++) {
      final JsonNode answer = calls.get(account, next.get());
      answer
          .path("incoming_phone_numbers")
          .forEach(number -> numbers.add(number(number, settings)));
      next = next(account, answer);
    }
    return List.copyOf(numbers);
  }

  /**
   * @throws Problem as {@link #all}
   */
  public OwnedNumber read(
      final TwilioAccount account, final String sid, final List<String> settings) {
    return number(calls.get(account, home(account) + "/" + sid + ".json"), settings);
  }

  /**
   * Sets what is given and leaves the rest.
   *
   * @param settings by the resource's names; an empty value takes the setting away
   * @throws Problem as {@link #all}
   */
  public void set(
      final TwilioAccount account, final String sid, final Map<String, String> settings) {
    final Map<String, String> form = new LinkedHashMap<>();
    settings.forEach((name, value) -> form.put(parameter(name), value));
    calls.post(account, home(account) + "/" + sid + ".json", form);
  }

  /** Only a path of the same account is followed: the request carries its credentials. */
  private static Optional<String> next(final TwilioAccount account, final JsonNode page) {
    return Optional.of(page.path("next_page_uri").asText(""))
        .filter(uri -> uri.startsWith(home(account) + ".json?"));
  }

  private static String home(final TwilioAccount account) {
    return "/2010-04-01/Accounts/" + account.sid().orElseThrow() + "/IncomingPhoneNumbers";
  }

  private static OwnedNumber number(final JsonNode node, final List<String> names) {
    final Map<String, String> settings = new LinkedHashMap<>();
    names.forEach(name -> settings.put(name, node.path(name).asText("")));
    return new OwnedNumber(
        node.path("sid").asText(""),
        node.path("phone_number").asText(""),
        node.path("friendly_name").asText(""),
        node.path("capabilities").path("sms").asBoolean(true),
        settings);
  }

  /** {@code SmsUrl} for {@code sms_url}. */
  private static String parameter(final String name) {
    final var parameter = new StringBuilder();
    for (final String word : name.split("_", -1)) {
      parameter.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    }
    return parameter.toString();
  }
}
