package io.gatehouse.catchup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.catchup.Comparison.Task;
import io.gatehouse.organization.Organizations;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the lists of every organization that has a site. */
@Singleton
class Catchup {

  private static final Logger LOG = LoggerFactory.getLogger(Catchup.class);
  private static final int PAGE = 100;

  /** A site that hangs or is far behind leaves the others their places, and the pool the most. */
  private static final int AT_ONCE = 4;

  private final Organizations organizations;
  private final ProviderAccounts accounts;
  private final Comparison comparison;
  private final Tidings tidings;
  private final WatermarkRepository marks;
  private final Clock clock;

  Catchup(
      final Organizations organizations,
      final ProviderAccounts accounts,
      final Comparison comparison,
      final Tidings tidings,
      final WatermarkRepository marks,
      final Clock clock) {
    this.organizations = organizations;
    this.accounts = accounts;
    this.comparison = comparison;
    this.tidings = tidings;
    this.marks = marks;
    this.clock = clock;
  }

  /** Looks once, and returns when all is looked at. */
  void look() {
    final var threads = Thread.ofVirtual().name("catchup-", 0).factory();
    try (ExecutorService atOnce = Executors.newFixedThreadPool(AT_ONCE, threads)) {
      List<Organizations.Organization> page = organizations.after("", PAGE);
      while (!page.isEmpty()) {
        page.forEach(one -> atOnce.execute(() -> lookAlone(new OrganizationId(one.id()))));
        page = organizations.after(page.getLast().id(), PAGE);
      }
    }
    marks.forget(clock.instant().minus(Duration.ofDays(3)));
  }

  /** What is wrong with one organization is none of the others' business. */
  private void lookAlone(final OrganizationId organization) {
    try {
      final Optional<Site> site = accounts.erpnext(organization).site();
      site.ifPresent(there -> look(organization, there));
    } catch (final RuntimeException failed) {
      LOG.warn("{}: lists not compared: {}", organization, failed.getClass().getName());
    }
  }

  private void look(final OrganizationId organization, final Site site) {
    tidings.begin(organization);
    try {
      for (final Kind kind : Kind.values()) {
        comparison.compare(new Task(organization, site, kind));
      }
      tidings.end(organization, null);
    } catch (final Halt halt) {
      LOG.warn("{}: lists not compared to their ends: {}", organization, halt.trouble().code());
      tidings.end(organization, halt.trouble());
    }
  }

  @Factory
  static final class Schedule {

    /** Asked for when it runs: the queue's own beans are not made yet. */
    @Singleton
    RecurringTask<Void> erpnextRecovery(
        final Provider<Catchup> catchup,
        @Value("${gatehouse.erpnext.recovery:5m}") final Duration period) {
      return Tasks.recurring("erpnext-recovery", FixedDelay.of(period))
          .execute((instance, context) -> catchup.get().look());
    }
  }
}
