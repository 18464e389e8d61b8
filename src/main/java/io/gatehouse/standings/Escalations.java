package io.gatehouse.standings;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.organization.SettingsBook;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message means for its pair beside itself (S1.6). Joins the running transaction. */
@Singleton
public class Escalations {

  private final Pairs pairs;
  private final Standings standings;
  private final Suspensions suspensions;
  private final SettingsBook settings;

  Escalations(
      final Pairs pairs,
      final Standings standings,
      final Suspensions suspensions,
      final SettingsBook settings) {
    this.pairs = pairs;
    this.standings = standings;
    this.suspensions = suspensions;
    this.settings = settings;
  }

  /** Once a strike is recorded, its pair's standing follows; once one waits, its owner hears. */
  public void follow(final MessageEvent event, final @Nullable Conversation conversation) {
    if (event.verdict().decision().plan().strike()) {
      struck(event, conversation);
    }
    if (Suspensions.holds(event)
        && !event.verdict().decision().plan().notice()
        && suspensions.mayTellOwner(event, conversation)) {
      standings.tell(
          "held_suspended", event, Map.of("sender", event.origin().sender().role().wire()));
    }
  }

  private void struck(final MessageEvent event, final @Nullable Conversation conversation) {
    final var rule = settings.current(event.origin().organization()).strikes();
    final int count = event.verdict().flagCount();
    if (count >= rule.escalateAt() || rule.suspendAt() > 0 && count >= rule.suspendAt()) {
      pairs.of(conversation).ifPresent(pair -> standings.struck(pair, event, rule));
    }
  }
}
