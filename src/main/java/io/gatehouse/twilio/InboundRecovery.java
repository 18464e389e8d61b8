package io.gatehouse.twilio;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.accounts.ProviderAccounts;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.delivery.Arrivals;
import io.gatehouse.delivery.Sighting;
import io.gatehouse.organization.Organizations;
import io.gatehouse.organization.SettingsBook;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the messages that Twilio could not hand over; the name of each keeps it from twice. */
@Singleton
class InboundRecovery {

  private static final Logger LOG = LoggerFactory.getLogger(InboundRecovery.class);
  private static final int PAGE = 100;

  private final Organizations organizations;
  private final ProviderAccounts accounts;
  private final Arrivals arrivals;
  private final SmsIntake intake;
  private final SettingsBook settings;
  private final Clock clock;

  InboundRecovery(
      final Organizations organizations,
      final ProviderAccounts accounts,
      final Arrivals arrivals,
      final SmsIntake intake,
      final SettingsBook settings,
      final Clock clock) {
    this.organizations = organizations;
    this.accounts = accounts;
    this.arrivals = arrivals;
    this.intake = intake;
    this.settings = settings;
    this.clock = clock;
  }

  /** Looks for every organization that has an account. */
  void look() {
    List<Organizations.Organization> page = organizations.after("", PAGE);
    while (!page.isEmpty()) {
      page.stream().map(one -> new OrganizationId(one.id())).forEach(this::lookAlone);
      page = organizations.after(page.getLast().id(), PAGE);
    }
  }

  /** What is wrong with one organization is none of the others' business. */
  private void lookAlone(final OrganizationId organization) {
    try {
      if (!accounts.twilio(organization).sandbox()) {
        look(organization);
      }
    } catch (final RuntimeException failed) {
      LOG.warn(
          "{}: unheard messages not looked for: {}", organization, failed.getClass().getName());
    }
  }

  private void look(final OrganizationId organization) {
    final Instant begun = clock.instant();
    arrivals
        .unheard(organization)
        .ifPresent(
            unheard -> {
              unheard.forEach(one -> take(organization, one));
              arrivals.done(organization, begun);
            });
  }

  private void take(final OrganizationId organization, final Sighting one) {
    try {
      intake.take(organization, InboundSms.read(form(one)), stale(organization, one));
      LOG.warn("{} came without a webhook and was found in the list", one.sid());
    } catch (final Problem unreadable) {
      LOG.warn("{} was found in the list and cannot be read: {}", one.sid(), unreadable.code());
    }
  }

  private boolean stale(final OrganizationId organization, final Sighting one) {
    final Instant worthless =
        clock.instant().minus(settings.current(organization).relay().staleAfter());
    return one.createdAt().filter(at -> at.isBefore(worthless)).isPresent();
  }

  /** As the webhook would have told it. */
  private static Form form(final Sighting one) {
    return Form.of(
        "MessageSid", one.sid(),
        "From", one.from(),
        "To", one.to(),
        "Body", one.body(),
        "NumMedia", Integer.toString(one.media()));
  }

  @Factory
  static final class Schedule {

    /** Asked for when it runs: the queue's own beans are not made yet. */
    @Singleton
    RecurringTask<Void> inboundRecovery(
        final Provider<InboundRecovery> recovery,
        @Value("${gatehouse.sms.recovery:5m}") final Duration period) {
      return Tasks.recurring("sms-recovery", FixedDelay.of(period))
          .execute((instance, context) -> recovery.get().look());
    }
  }
}
