package io.gatehouse.conduct;

import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.inbox.NewNotice;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the owner is told because of moderation. */
public final class ModerationNotices {

  private ModerationNotices() {}

  /** At most that somebody needs help, and that the message is held or to be looked at. */
  public static List<NewNotice> of(final MessageEvent event) {
    final boolean help = event.verdict().opinion().filter(Opinion::help).isPresent();
    final boolean held =
        event.verdict().ruling() == Ruling.BLOCK && event.state() == EventState.WITHHELD;
    final List<NewNotice> notices = new ArrayList<>();
    if (help) {
      notices.add(notice("moderation_help", event));
    }
    if (held) {
      notices.add(notice("moderation_held", event));
    } else if (!help && event.verdict().ruling() != Ruling.ALLOW) {
      notices.add(notice("moderation_quarantined", event));
    }
    return notices;
  }

  private static NewNotice notice(final String kind, final MessageEvent event) {
    return new NewNotice(
        event.origin().organization(),
        kind,
        event.conversation(),
        event.id(),
        Map.of(
            "sender", event.origin().sender().role().wire(),
            "channel", event.origin().channel().wire(),
            "categories", categories(event)));
  }

  private static String categories(final MessageEvent event) {
    return event.verdict().opinion().stream()
        .flatMap(opinion -> opinion.decisive().stream())
        .map(Category::wire)
        .collect(Collectors.joining(","));
  }
}
