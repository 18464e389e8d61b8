package io.gatehouse.connecting;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.accounts.TwilioAccount;
import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.carrier.OwnedNumber;
import io.gatehouse.carrier.PhoneNumbers;
import io.gatehouse.connecting.NumberView.State;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares and sets what Twilio calls for the numbers of an organization's account. */
@Singleton
class TwilioNumbers {

  private final ProviderAccounts accounts;
  private final Environment environment;
  private final PhoneNumbers numbers;
  private final AuditLog audit;

  TwilioNumbers(
      final ProviderAccounts accounts,
      final Environment environment,
      final PhoneNumbers numbers,
      final AuditLog audit) {
    this.accounts = accounts;
    this.environment = environment;
    this.numbers = numbers;
    this.audit = audit;
  }

  /**
   * @throws Problem 409 in sandbox or without a public address, 502 and 503 when Twilio does not
   *     help
   */
  List<NumberView> show(final OrganizationId organization) {
    final Map<String, String> wanted = Wanted.of(environment.server(), organization);
    return numbers.all(account(organization), Wanted.NAMES).stream()
        .map(number -> compared(number, wanted))
        .toList();
  }

  /**
   * Sets what differs and reads it back; a number that is right is not touched. One that fails does
   * not keep the others from being set.
   *
   * @param chosen numbers in E.164; empty for all of the account
   * @throws Problem as {@link #show}; 404 when one is no number of the account
   */
  List<NumberView> connect(final Caller by, final Set<String> chosen) {
    final OrganizationId organization = by.organization();
    final Map<String, String> wanted = Wanted.of(environment.server(), organization);
    final TwilioAccount account = account(organization);
    final List<OwnedNumber> owned = numbers.all(account, Wanted.NAMES);
    requireOwned(owned, chosen);
    return owned.stream()
        .filter(number -> chosen.isEmpty() || chosen.contains(number.number()))
        .map(number -> connected(by, account, number, wanted))
        .toList();
  }

  private TwilioAccount account(final OrganizationId organization) {
    final TwilioAccount account = accounts.twilio(organization);
    if (account.sandbox()) {
      throw Problem.conflict(
          "sandbox",
          organization.equals(OrganizationId.DEFAULT)
              ? "Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, and start again."
              : "Give the account with PUT /api/organizations/{id}/accounts/twilio.");
    }
    return account;
  }

  private static void requireOwned(final List<OwnedNumber> owned, final Set<String> chosen) {
    final Set<String> known = owned.stream().map(OwnedNumber::number).collect(Collectors.toSet());
    if (!known.containsAll(chosen)) {
      throw Problem.notFound("unknown_number", "A number is not one of this Twilio account.");
    }
  }

  private NumberView connected(
      final Caller by,
      final TwilioAccount account,
      final OwnedNumber number,
      final Map<String, String> wanted) {
    final Map<String, String> changes = differences(number, wanted);
    if (changes.isEmpty()) {
      return compared(number, wanted);
    }
    try {
      numbers.set(account, number.sid(), changes);
      record(by, number, changes);
      final OwnedNumber now = numbers.read(account, number.sid(), Wanted.NAMES);
      final boolean stuck = differences(now, wanted).isEmpty();
      return view(now, wanted, stuck ? State.SET : State.NOT_STUCK, null);
    } catch (final Problem refused) {
      return view(number, wanted, State.FAILED, refused.detail());
    }
  }

  private void record(
      final Caller by, final OwnedNumber number, final Map<String, String> changes) {
    audit.record(
        by.organization(),
        by.name(),
        "twilio.number_connected",
        number.number(),
        null,
        Map.of("settings", String.join(",", changes.keySet())));
  }

  private static NumberView compared(final OwnedNumber number, final Map<String, String> wanted) {
    final boolean equal = differences(number, wanted).isEmpty();
    return view(number, wanted, equal ? State.CONNECTED : State.DIFFERS, null);
  }

  private static Map<String, String> differences(
      final OwnedNumber number, final Map<String, String> wanted) {
    final Map<String, String> differences = new LinkedHashMap<>(wanted);
    differences.entrySet().removeIf(want -> want.getValue().equals(now(number, want.getKey())));
    return differences;
  }

  private static NumberView view(
      final OwnedNumber number,
      final Map<String, String> wanted,
      final State state,
      final @Nullable String problem) {
    final List<NumberView.SettingView> settings =
        Wanted.NAMES.stream()
            .map(
                name -> {
                  final String now = now(number, name);
                  final String shouldBe = wanted.getOrDefault(name, "");
                  return new NumberView.SettingView(
                      name, withoutUser(now), shouldBe, now.equals(shouldBe));
                })
            .toList();
    return new NumberView(
        number.number(), number.name(), number.sms(), state.wire(), problem, settings);
  }

  private static String now(final OwnedNumber number, final String setting) {
    return number.settings().getOrDefault(setting, "");
  }

  private static String withoutUser(final String address) {
    return address.replaceFirst("^(https?://)[^/?#@]*@", "$1***@");
  }
}
