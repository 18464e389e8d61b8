package io.gatehouse.overrides;

import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.events.Progress;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets a message go on, or keeps it, once it is known what to think of its conduct. What the first
 * layer decided stands: a leak stays with the owner, what is masked leaves masked, and no attempt
 * is resolved by it.
 */
@Singleton
class GoingOn {

  private final Held held;
  private final Release release;
  private final Progress progress;
  private final Inbox inbox;

  GoingOn(final Held held, final Release release, final Progress progress, final Inbox inbox) {
    this.held = held;
    this.release = release;
    this.progress = progress;
    this.inbox = inbox;
  }

  /** Whether a message waits for somebody's word on its conduct, and for nothing else. */
  static boolean waits(final Held.Message message) {
    final MessageEvent event = message.event();
    return message.withheld()
        && (event.heldFor(Origin.MODERATION) || event.heldFor(Origin.MODEL))
        && cleared(event);
  }

  /** What is put back into a thread stands there as it was written, so nothing may be masked. */
  private static boolean cleared(final MessageEvent event) {
    return switch (event.verdict().decision().plan().delivery()) {
      case AS_IS -> true;
      case REDACTED -> !event.origin().channel().readBeforeUs();
      case WITHHELD -> false;
    };
  }

  /**
   * Joins the running transaction. What nobody can deliver any more waits for the owner, who is
   * told.
   *
   * @param by who let it go
   */
  void on(final MessageEvent event, final String by) {
    try {
      final EventState now = release.again(event, conversation(event));
      progress.goesOn(event.id(), now, by);
    } catch (final Problem undeliverable) {
      inbox.post(
          List.of(
              new NewNotice(
                  event.origin().organization(),
                  "undeliverable",
                  event.conversation(),
                  event.id(),
                  Map.of("sender", event.origin().sender().role().wire()))));
    }
  }

  /** Its author hears that a person reads it. */
  void keep(final MessageEvent event) {
    release.keep(event, conversation(event));
  }

  private @Nullable Conversation conversation(final MessageEvent event) {
    return held.conversation(event).orElse(null);
  }
}
