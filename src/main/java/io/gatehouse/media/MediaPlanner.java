package io.gatehouse.media;

import io.gatehouse.base.Ids;
import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.message.Handling;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has the files of a message fetched that waits for the owner, and guards its release. */
@Singleton
class MediaPlanner implements EffectPlanner {

  private final MediaRepository items;
  private final Inbox inbox;
  private final Release release;
  private final Clock clock;
  private final Ids ids;

  MediaPlanner(
      final MediaRepository items,
      final Inbox inbox,
      final Release release,
      final Clock clock,
      final Ids ids) {
    this.items = items;
    this.inbox = inbox;
    this.release = release;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    if (event.handling() != Handling.HOLD) {
      return List.of();
    }
    final List<NewEffect> ordered = new ArrayList<>();
    for (final Announced file : Announced.of(event)) {
      final UUID item = ids.next();
      items.add(
          item,
          event.origin().organization().value(),
          event.id(),
          ordered.size(),
          file.url(),
          file.type(),
          clock.instant());
      ordered.add(MediaOrders.fetch(event.origin().organization(), event.id(), item));
    }
    if (MediaRules.held(event)
        && !MediaRules.inspected(event)
        && !event.verdict().decision().plan().notice()) {
      inbox.post(List.of(MediaNotice.of(MediaNotice.WAITS, event)));
    }
    return ordered;
  }

  /** Nothing of its own: the files go with the text. */
  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    release.prepare(event);
    return List.of();
  }

  /** What was said of the text says nothing of the files: they still wait for the owner. */
  @Override
  public List<NewEffect> resume(
      final MessageEvent event, final @Nullable Conversation conversation) {
    if (MediaRules.kept(event)) {
      throw Problem.conflict("files_wait", "Its files wait for the owner's word.");
    }
    return List.of();
  }
}
