package io.gatehouse.sweep;

import io.gatehouse.backlog.Entry;
import io.gatehouse.events.Progress;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes an event say what happened: its recording may have ended otherwise than was told when its
 * time was up. Whoever comes twice changes nothing.
 */
@Singleton
class Settlement {

  private static final String GATEHOUSE = "gatehouse";

  private final Progress progress;
  private final Inbox inbox;

  Settlement(final Progress progress, final Inbox inbox) {
    this.progress = progress;
    this.inbox = inbox;
  }

  /** Makes it say so; of a message that was let pass after all the owner is told. */
  @Transactional
  void amend(final Entry entry, final MessageEvent event) {
    if (entry.handling() == Handling.HOLD) {
      progress.heldAfterAll(event.id());
    } else if (progress.passedAfterAll(event.id())) {
      inbox.decided(event.origin().organization(), event.id(), GATEHOUSE);
      inbox.post(List.of(visible(event)));
    }
  }

  private static NewNotice visible(final MessageEvent event) {
    final String classes =
        event.verdict().findings().stream()
            .map(finding -> finding.type().wire())
            .distinct()
            .collect(Collectors.joining(", "));
    return new NewNotice(
        event.origin().organization(),
        "message_visible",
        event.conversation(),
        event.id(),
        Map.of("sender", event.origin().sender().role().wire(), "classes", classes));
  }
}
