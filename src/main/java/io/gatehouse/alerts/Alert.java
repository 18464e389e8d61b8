package io.gatehouse.alerts;

import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.effects.Effect;
import io.gatehouse.effects.EffectHandler;
import io.gatehouse.effects.Outcome;
import io.gatehouse.events.Events;
import io.gatehouse.events.Progress;
import io.gatehouse.frappe.Post;
import io.gatehouse.frappe.Posts;
import io.gatehouse.message.MessageEvent;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens a Compliance Alert (S1.4): an Issue that only the desk can see. */
@Singleton
final class Alert implements EffectHandler {

  static final String KIND = "erpnext.alert";

  private final Posts posts;
  private final AlertIssue issue;
  private final AlertCreation creation;
  private final Events events;
  private final Progress progress;
  private final Conversations conversations;

  Alert(
      final Posts posts,
      final AlertIssue issue,
      final AlertCreation creation,
      final Events events,
      final Progress progress,
      final Conversations conversations) {
    this.posts = posts;
    this.issue = issue;
    this.creation = creation;
    this.events = events;
    this.progress = progress;
    this.conversations = conversations;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Outcome carryOut(final Effect effect) {
    return event(effect)
        .map(event -> post(effect, event))
        .orElseGet(() -> new Outcome.Refused("no_event", "Its message is not there any more."));
  }

  private Outcome post(final Effect effect, final MessageEvent event) {
    final Post post = issue.post(event, conversation(event), effect.reference());
    return posts.post(effect, post, site -> creation.create(site, post));
  }

  @Override
  public Outcome reconcile(final Effect effect) {
    return posts.find(effect, AlertIssue.DOCTYPE, AlertIssue.SUBJECT);
  }

  @Override
  public int checks() {
    return Posts.CHECKS;
  }

  @Override
  public void settled(final Effect effect, final Outcome outcome) {
    if (outcome instanceof Outcome.Done && effect.event() != null) {
      progress.adminAlerted(effect.event());
    }
  }

  private Optional<MessageEvent> event(final Effect effect) {
    return Optional.ofNullable(effect.event())
        .flatMap(event -> events.find(effect.organization(), event));
  }

  private @Nullable Conversation conversation(final MessageEvent event) {
    return Optional.ofNullable(event.conversation())
        .flatMap(id -> conversations.find(event.origin().organization(), id))
        .orElse(null);
  }
}
