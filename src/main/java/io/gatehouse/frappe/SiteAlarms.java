package io.gatehouse.frappe;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.Outcome;
import io.gatehouse.effects.SettledListener;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Tells the owner what somebody has to set right before a site can be worked with: once for all
 * that stops at the same cause, again after it was mended, and once a day while it is not.
 */
@Singleton
public class SiteAlarms implements SettledListener {

  private static final Duration PAUSE = Duration.ofDays(1);

  /** The troubles that let nothing through: whoever was let through tells that they are over. */
  private static final List<String> EVERYTHING =
      List.of("key_wrong", "key_unheard", PostingUser.PERSON_KEY, "site_unknown", "redirected");

  private final AlarmRepository alarms;
  private final Inbox inbox;
  private final Clock clock;

  SiteAlarms(final AlarmRepository alarms, final Inbox inbox, final Clock clock) {
    this.alarms = alarms;
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public void undone(final Effect effect, final Effect.State state, final Outcome outcome) {
    if (effect.lane() == Lane.ERPNEXT
        && outcome instanceof final Outcome.Stopped stopped
        && ours(stopped.code())) {
      tell(effect.organization(), effect.kind(), stopped);
    }
  }

  /** What a feature stopped for a reason of its own, it tells itself. */
  private static boolean ours(final String code) {
    return Troubles.all().containsKey(code) || code.equals(PostingUser.PERSON_KEY);
  }

  /**
   * @param work what could not be done: a kind of effect, or a name of its own
   */
  @Transactional
  public void tell(
      final OrganizationId organization, final String work, final Outcome.Stopped stopped) {
    final var now = clock.instant();
    final String cause = stopped.reason();
    if (alarms.tell(organization.value(), cause, stopped.code(), work, now, now.minus(PAUSE)) > 0) {
      final Map<String, String> facts = Map.of("code", stopped.code(), "reason", cause);
      inbox.post(List.of(new NewNotice(organization, "erpnext_stopped", null, null, facts)));
    }
  }

  /**
   * It could be done: what stood in its way is mended, though another role may still be missing.
   */
  @Transactional
  public void over(final OrganizationId organization, final String work) {
    alarms.over(organization.value(), work, EVERYTHING);
  }
}
