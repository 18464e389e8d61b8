package io.gatehouse.thread;

import io.gatehouse.base.Channel;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.policy.Plan;
import io.gatehouse.policy.Step;
import io.gatehouse.settings.ErpnextSettings.Hide;
import io.gatehouse.site.SiteDocument;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders what is said in Issues' threads about messages that stand in them.
 *
 * <p>What a thread was told is not repeated for ten minutes, but an escalation always is. A message
 * that came in between does not count as warned of: nothing was said because of it (B20).
 *
 * <p>What moderation hides is spoken of only once it is hidden: nobody is pointed at what stands.
 *
 * <p>First in line, since people in the thread are waiting.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ThreadPlanner implements EffectPlanner {

  /** Somebody who writes three lines in a row reads one reminder. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final SettingsBook settings;
  private final BannerRepository told;
  private final Clock clock;

  ThreadPlanner(final SettingsBook settings, final BannerRepository told, final Clock clock) {
    this.settings = settings;
    this.told = told;
    this.clock = clock;
  }

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    if (event.origin().channel() != Channel.ERPNEXT || SiteDocument.of(event).issue().isEmpty()) {
      return List.of();
    }
    final String language = ThreadTexts.language(event, conversation);
    final Hide hide = settings.current(event.origin().organization()).erpnext().hide();
    final boolean stays = Withholding.byRetraction(event, hide).isEmpty();
    if (event.handling() == Handling.HOLD && !event.heldFor(Origin.MODERATION)) {
      return stays && mayTell(event, Withholding.HELD.wire())
          ? List.of(Notice.of(event, Withholding.HELD, language))
          : List.of();
    }
    return banner(event, stays)
        ? List.of(Banner.of(event, event.verdict().decision().step(), language))
        : List.of();
  }

  /** A thread has no place that only the sender reads, so a reply is said there as well. */
  private boolean banner(final MessageEvent event, final boolean stays) {
    final Plan plan = event.verdict().decision().plan();
    final Step step = event.verdict().decision().step();
    return (plan.banner() || plan.reply())
        && (step == Step.ESCALATION || stays && mayTell(event, step.wire()));
  }

  private boolean mayTell(final MessageEvent event, final String kind) {
    final Instant now = clock.instant();
    final String organization = event.origin().organization().value();
    final String issue = SiteDocument.of(event).issue();
    return told.claim(organization, issue, kind, now, now.minus(PAUSE)) > 0;
  }

  /** Words bring nothing back. */
  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return List.of();
  }
}
