package io.gatehouse.thread;

import io.gatehouse.base.Channel;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.Lane;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.site.SiteDocument;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders notices in Issues' threads. */
@Singleton
final class ThreadPlanner implements EffectPlanner {

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    final String issue = SiteDocument.of(event).issue();
    final boolean due =
        event.verdict().decision().plan().banner()
            && event.origin().channel() == Channel.ERPNEXT
            && !issue.isEmpty();
    return due ? List.of(banner(event, issue)) : List.of();
  }

  /** Nothing: what ERPNext tells us of can be read already (X9). */
  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return List.of();
  }

  private static NewEffect banner(final MessageEvent event, final String issue) {
    final String step = event.verdict().decision().step().wire();
    return new NewEffect(
        event.origin().organization(),
        Lane.ERPNEXT,
        Banner.KIND,
        event.conversation(),
        event.id(),
        Map.of(Banner.ISSUE, issue, Banner.STEP, step));
  }
}
