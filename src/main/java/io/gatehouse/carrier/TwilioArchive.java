package io.gatehouse.carrier;

import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.accounts.TwilioAccount;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.delivery.Sighting;
import io.gatehouse.delivery.SmsArchive;
import io.gatehouse.relay.Line;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks Twilio's list of messages, page by page. */
@Singleton
class TwilioArchive implements SmsArchive {

  private static final String PAGED = "&PageSize=200";
  private static final int MOST_PAGES = 100;

  /** An effect that asks must not be taken for dead meanwhile. */
  private static final Duration LONGEST = Duration.ofSeconds(25);

  private final ProviderAccounts accounts;
  private final Question question;
  private final Clock clock;

  TwilioArchive(final ProviderAccounts accounts, final Question question, final Clock clock) {
    this.accounts = accounts;
    this.question = question;
    this.clock = clock;
  }

  /**
   * Without a day: what is queued has not been sent yet, and may not be found by one. The list
   * begins with the newest, so it is read as far as it is young enough.
   */
  @Override
  public Optional<List<Sighting>> sent(final Line line, final Instant since) {
    return all(
        line.organization(),
        "To=" + encoded(line.phone()) + "&From=" + encoded(line.number()),
        page -> page.stream().anyMatch(one -> before(one, since)));
  }

  @Override
  public Optional<List<Sighting>> received(
      final OrganizationId organization, final String number, final Instant since) {
    return all(organization, "To=" + encoded(number) + "&" + day(since), page -> false);
  }

  @Override
  public Optional<Sighting> fetch(final OrganizationId organization, final String sid) {
    final TwilioAccount account = accounts.twilio(organization);
    return home(account)
        .flatMap(home -> question.ask(account, home + "/Messages/" + encoded(sid) + ".json"))
        .flatMap(message -> Listing.message(message).findFirst());
  }

  private Optional<List<Sighting>> all(
      final OrganizationId organization,
      final String filter,
      final Predicate<List<Sighting>> enough) {
    final TwilioAccount account = accounts.twilio(organization);
    return home(account)
        .flatMap(home -> pages(account, home + "/Messages.json?" + filter + PAGED, enough));
  }

  private static boolean before(final Sighting one, final Instant since) {
    return one.createdAt().filter(at -> at.isBefore(since)).isPresent();
  }

  /** A part of a list is no list: who is not on it might be on the rest. */
  private Optional<List<Sighting>> pages(
      final TwilioAccount account, final String first, final Predicate<List<Sighting>> enough) {
    final List<Sighting> all = new ArrayList<>();
    final Instant end = clock.instant().plus(LONGEST);
    Optional<String> next = Optional.of(first);
    for (int page = 0; next.isPresent(); page++) {
      final Optional<JsonNode> answer = question.ask(account, next.get());
      final Optional<List<Sighting>> messages = answer.flatMap(Listing::messages);
      if (page == MOST_PAGES || messages.isEmpty() || clock.instant().isAfter(end)) {
        return Optional.empty();
      }
      all.addAll(messages.get());
      next = enough.test(messages.get()) ? Optional.empty() : answer.flatMap(Listing::next);
    }
    return Optional.of(List.copyOf(all));
  }

  private static Optional<String> home(final TwilioAccount account) {
    return account.sid().map(sid -> "/2010-04-01/Accounts/" + sid);
  }

  private static String day(final Instant since) {
    return encoded("DateSent>") + "=" + LocalDate.ofInstant(since, ZoneOffset.UTC);
  }

  private static String encoded(final String plain) {
    return URLEncoder.encode(plain, StandardCharsets.UTF_8);
  }
}
