package io.gatehouse.model;

import io.gatehouse.base.OrganizationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What each organization's questions cost, by days in UTC. */
@Singleton
public class UsageBook {

  private final UsageRepository usage;
  private final Clock clock;

  UsageBook(final UsageRepository usage, final Clock clock) {
    this.usage = usage;
    this.clock = clock;
  }

  void add(
      final OrganizationId organization,
      final String model,
      final boolean answered,
      final Tokens tokens) {
    usage.add(
        organization.value(),
        today(),
        model,
        answered ? 0 : 1,
        tokens.prompt(),
        tokens.completion());
  }

  /** Tokens used today, of all models. */
  public long today(final OrganizationId organization) {
    return usage.tokens(organization.value(), today());
  }

  /** The newest days first. */
  public List<ModelDay> days(final OrganizationId organization, final int most) {
    return usage.days(organization.value(), most);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
