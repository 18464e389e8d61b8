package io.gatehouse.feed;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.conduct.FeedFacts;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.events.Progress;
import io.gatehouse.gate.EffectPlanner;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.standings.StandingListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has an entry follow from each recorded message, what becomes of it, and how pairs stand. */
@Singleton
final class FeedFollower implements EffectPlanner, Progress.Listener, StandingListener {

  private final Feed feed;

  FeedFollower(final Feed feed) {
    this.feed = feed;
  }

  @Override
  public List<NewEffect> plan(final MessageEvent event, final @Nullable Conversation conversation) {
    feed.decided(event);
    event
        .verdict()
        .opinion()
        .filter(opinion -> opinion.ruling() != Ruling.ALLOW)
        .ifPresent(opinion -> feed.add(List.of(moderated(event, opinion))));
    return List.of();
  }

  /** S4.21's moderation_action; its scores stand beside it when it leaves. */
  private static Feed.NewEntry moderated(final MessageEvent event, final Opinion opinion) {
    return new Feed.NewEntry(
        event.origin().organization(),
        FeedFacts.DECIDED,
        event.conversation(),
        event.id(),
        FeedFacts.of(event, opinion));
  }

  @Override
  public List<NewEffect> release(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return List.of();
  }

  @Override
  public void became(final UUID event, final EventState what, final Map<String, String> facts) {
    feed.became(event, what.wire(), facts);
  }

  @Override
  public void changed(
      final OrganizationId organization,
      final String what,
      final UUID pair,
      final String by,
      final Map<String, String> details) {
    final Map<String, String> facts = new TreeMap<>(details);
    facts.put("pair", pair.toString());
    facts.put("by", by);
    feed.add(List.of(new Feed.NewEntry(organization, what, null, null, facts)));
  }
}
