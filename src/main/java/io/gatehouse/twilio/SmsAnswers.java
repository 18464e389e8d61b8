package io.gatehouse.twilio;

import io.gatehouse.categories.Ruling;
import io.gatehouse.conduct.AuthorTexts;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Participant;
import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.effects.NewEffect;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.gatehouse.media.MediaRules;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.relay.AutoReplies;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a sender is told without having asked, and the owner beside it. */
@Singleton
class SmsAnswers {

  private final AutoReplies replies;
  private final Inbox inbox;
  private final AuthorTexts conduct;

  SmsAnswers(final AutoReplies replies, final Inbox inbox, final AuthorTexts conduct) {
    this.replies = replies;
    this.inbox = inbox;
    this.conduct = conduct;
  }

  /**
   * That a person reads it first, whatever else was found: to be told what to leave out, somebody
   * would only write it again. Else a warning where the plan asks for one, else that pictures are
   * not passed on.
   */
  Optional<NewEffect> toSender(
      final MessageEvent event, final @Nullable Conversation conversation) {
    final Envelope envelope = Envelope.of(event);
    if (dropped(event, envelope)) {
      tellOfMedia(event, envelope);
    }
    final String language = language(event, conversation);
    return text(event, envelope, language)
        .filter(text -> replies.mayReply(envelope.line(), event.conversation()))
        .map(text -> Orders.reply(event, envelope.line(), text, language));
  }

  /** The one fixed answer to somebody who is in no conversation. */
  Optional<NewEffect> toStranger(final MessageEvent event) {
    final Envelope envelope = Envelope.of(event);
    return replies.strangerWrote(envelope.line(), event.id())
        ? Optional.of(Orders.unknownSender(event, envelope.line()))
        : Optional.empty();
  }

  private Optional<String> text(
      final MessageEvent event, final Envelope envelope, final String language) {
    if (event.verdict().ruling() == Ruling.BLOCK) {
      return Optional.of(AuthorTexts.held(event));
    }
    if (event.verdict().decision().plan().reply()) {
      return Optional.of("warning." + violation(event.verdict().findings()));
    }
    return conduct
        .help(event, language)
        .or(() -> dropped(event, envelope) ? Optional.of("media_not_relayed") : Optional.empty());
  }

  /** Files that wait for the owner may go on yet, and are told of by those who keep them. */
  private static boolean dropped(final MessageEvent event, final Envelope envelope) {
    return envelope.media() > 0 && !MediaRules.held(event) && !MediaRules.kept(event);
  }

  /** S5.13: by the kind of violation, if there is one kind only. */
  private static String violation(final List<Finding> findings) {
    final List<FindingClass> kinds = findings.stream().map(Finding::type).distinct().toList();
    return kinds.size() == 1 ? kinds.getFirst().wire() : "several";
  }

  /** The sender's language, empty when it is not known. */
  static String language(final MessageEvent event, final @Nullable Conversation conversation) {
    return Optional.ofNullable(conversation)
        .flatMap(known -> known.byPhone(event.origin().sender().address()))
        .map(Participant::language)
        .orElse("");
  }

  private void tellOfMedia(final MessageEvent event, final Envelope envelope) {
    final Map<String, String> facts =
        Map.of(
            "role", event.origin().sender().role().wire(),
            "count", Integer.toString(envelope.media()));
    inbox.post(
        List.of(
            new NewNotice(
                event.origin().organization(),
                "media_held",
                event.conversation(),
                event.id(),
                facts)));
  }
}
