package io.gatehouse.telling;

import io.gatehouse.inbox.Links;
import io.gatehouse.inbox.ShownNotice;
import io.gatehouse.organization.Texts;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts news into words: what a notice says, with a masked summary at most, and where to look. */
@Singleton
class Wording {

  private static final String PARAGRAPH = "\n\n";

  private final Texts texts;
  private final Links links;

  Wording(final Texts texts, final Links links) {
    this.texts = texts;
    this.links = links;
  }

  /** "7 messages wait for your decision." */
  String summary(final News news) {
    final int count = news.count();
    final String key = "tell." + news.window().occasion().wire() + (count == 1 ? ".one" : ".many");
    return render(news, key, Map.of("count", Integer.toString(count)));
  }

  String subject(final News news) {
    return render(news, "tell.mail.subject", Map.of("summary", summary(news)));
  }

  /** One SMS as a rule: no summaries of messages, which would make it three. */
  String sms(final News news) {
    return render(news, "tell.sms", Map.of("summary", summary(news))) + ' ' + link(news);
  }

  String letter(final News news) {
    final String notices =
        news.notices().stream()
            .map(notice -> notice.text() + '\n' + link(notice))
            .collect(Collectors.joining(PARAGRAPH));
    final int rest = news.count() - news.notices().size();
    final String more =
        rest > 0
            ? render(news, "tell.more", Map.of("count", Integer.toString(rest))) + PARAGRAPH
            : "";
    return summary(news)
        + PARAGRAPH
        + notices
        + PARAGRAPH
        + more
        + render(news, "tell.inbox", Map.of())
        + '\n'
        + links.inbox()
        + '\n';
  }

  private String link(final News news) {
    return news.count() == 1 ? link(news.notices().getFirst()) : links.inbox();
  }

  /** Where a notice can be looked into. */
  String link(final ShownNotice notice) {
    final @Nullable UUID event = notice.eventId();
    return event == null ? links.inbox() : links.event(event);
  }

  private String render(final News news, final String key, final Map<String, String> facts) {
    return texts.render(news.settings(), key, "", facts);
  }
}
