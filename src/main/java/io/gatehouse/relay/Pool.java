package io.gatehouse.relay;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.base.Caller;
import io.gatehouse.base.E164;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.relay.NumberRepository.Busiest;
import io.gatehouse.relay.NumberRepository.Usage;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The numbers that conversations are relayed by. */
@Singleton
class Pool {

  private final NumberRepository numbers;
  private final SettingsBook settings;
  private final AuditLog audit;
  private final Clock clock;

  Pool(
      final NumberRepository numbers,
      final SettingsBook settings,
      final AuditLog audit,
      final Clock clock) {
    this.numbers = numbers;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /** The pool as its owner sees it. */
  @Serdeable
  record Shown(List<Usage> numbers, Need need) {}

  /**
   * How many numbers are enough: as many as the busiest person has conversations, however many
   * there are in all.
   *
   * @param mostOpen open conversations of that person
   * @param mostKept those and the ones whose numbers are cooling down
   */
  @Serdeable
  record Need(long mostOpen, long mostKept, long numbers) {}

  @Transactional
  public Shown show(final OrganizationId organization) {
    final List<Usage> usage = numbers.usage(organization.value(), clock.instant());
    final Busiest busiest = numbers.busiest(organization.value(), clock.instant());
    return new Shown(usage, new Need(busiest.open(), busiest.kept(), usage.size()));
  }

  /**
   * Adds numbers; what is there already stays.
   *
   * @throws Problem 400 when one cannot be read, 409 when one is a person's phone
   */
  @Transactional
  public void add(final Caller by, final List<String> written) {
    for (final String number : written.stream().map(one -> read(by, one)).toList()) {
      if (numbers.isSomebodysPhone(by.organization().value(), number)) {
        throw Problem.conflict(
            "number_is_a_phone", "A number is the phone of somebody in an open conversation.");
      }
      if (numbers.add(by.organization().value(), number) == 1) {
        audit.record(by.organization(), by.name(), "relay_number.added", number, null, Map.of());
      }
    }
  }

  /**
   * @throws Problem 404 when it is not there, 409 while a conversation is open or cools down by it
   */
  @Transactional
  public void remove(final Caller by, final String written) {
    final String organization = by.organization().value();
    final String number = read(by, written);
    if (numbers.hold(organization, number).isEmpty()) {
      throw Problem.notFound("unknown_relay_number", "There is no such relay number.");
    }
    if (numbers.inUse(organization, number, clock.instant())) {
      throw Problem.conflict(
          "relay_number_in_use",
          "A conversation is open by this number, or was closed a short while ago and may still get"
              + " a late reply.");
    }
    numbers.forgetRoutes(organization, number);
    numbers.remove(organization, number);
    audit.record(by.organization(), by.name(), "relay_number.removed", number, null, Map.of());
  }

  private String read(final Caller by, final String written) {
    return E164.parse(written, settings.current(by.organization()).region())
        .map(E164::value)
        .orElseThrow(() -> Problem.badRequest("number", "A number is given like +1 604 555 0143."));
  }
}
