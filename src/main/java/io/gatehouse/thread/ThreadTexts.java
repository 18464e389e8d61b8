package io.gatehouse.thread;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Participant;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.Origin;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.organization.Texts;
import io.gatehouse.web.Html;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of what is said in threads, as HTML; whatever a person wrote is escaped (B22). */
@Singleton
public final class ThreadTexts {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final SettingsBook settings;
  private final Texts texts;
  private final Conversations conversations;

  ThreadTexts(final SettingsBook settings, final Texts texts, final Conversations conversations) {
    this.settings = settings;
    this.texts = texts;
    this.conversations = conversations;
  }

  /**
   * The language of somebody who reads a notice about a message: its author's, else the client's.
   *
   * @return "" when neither is known
   */
  public static String language(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return author(event, conversation)
        .map(Participant::language)
        .or(
            () ->
                Optional.ofNullable(conversation)
                    .flatMap(known -> Optional.ofNullable(known.people().client()))
                    .map(Participant::language))
        .orElse("");
  }

  String banner(final OrganizationId organization, final String step, final String language) {
    return Html.paragraphs(
        texts.render(settings.current(organization), NoticeTexts.banner(step), language, Map.of()));
  }

  /** What stands in a message's place while it is kept back. */
  public String instead(final MessageEvent event, final Withholding kind, final String language) {
    final boolean conduct = kind == Withholding.HELD && event.heldFor(Origin.MODERATION);
    final String told = told(event, conduct ? "thread.moderated" : kind.text(), language);
    return switch (kind) {
      case WITHHELD, HELD -> told;
      case REDACTED -> told + "<blockquote>" + Readable.masked(event) + "</blockquote>";
    };
  }

  /** A message in full, under its author's name. */
  public String anew(final MessageEvent event, final String language) {
    return told(event, "thread.restored", language)
        + "<blockquote>"
        + Readable.harmless(event.content())
        + "</blockquote>";
  }

  private String told(final MessageEvent event, final String key, final String language) {
    final Settings current = settings.current(event.origin().organization());
    final Map<String, String> facts =
        Map.of("sender", name(event), "date", DATE.format(event.receivedAt()));
    return Html.paragraphs(texts.render(current, key, language, facts));
  }

  /** No address: the other side may not know it. */
  private String name(final MessageEvent event) {
    final Optional<Conversation> conversation =
        Optional.ofNullable(event.conversation())
            .flatMap(id -> conversations.find(event.origin().organization(), id));
    return author(event, conversation.orElse(null))
        .map(Participant::name)
        .orElse(event.origin().sender().role().wire());
  }

  private static Optional<Participant> author(
      final MessageEvent event, final @Nullable Conversation conversation) {
    return Optional.ofNullable(conversation).stream()
        .flatMap(known -> known.people().all())
        .filter(person -> person.id().equals(event.origin().sender().participant()))
        .findFirst();
  }
}
