package io.gatehouse.relay;

import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps automatic answers rare, so that two machines talking to each other fall silent (B66). Each
 * method claims the right to say something now, and joins the running transaction.
 */
@Singleton
public class AutoReplies {

  private static final Duration BETWEEN_REPLIES = Duration.ofMinutes(1);
  private static final Duration BETWEEN_INTRODUCTIONS = Duration.ofDays(1);
  private static final Duration BETWEEN_LOOPS = Duration.ofHours(1);

  private final OptOutRepository limits;
  private final NumberRepository numbers;
  private final OptOuts optOuts;
  private final Inbox inbox;
  private final Clock clock;

  AutoReplies(
      final OptOutRepository limits,
      final NumberRepository numbers,
      final OptOuts optOuts,
      final Inbox inbox,
      final Clock clock) {
    this.limits = limits;
    this.numbers = numbers;
    this.optOuts = optOuts;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Whether a sender may be told what became of a message: once a minute in a conversation. */
  @Transactional
  public boolean mayReply(final Line line, final @Nullable UUID conversation) {
    return answerable(line) && claim(line, about(line, conversation), "reply", BETWEEN_REPLIES);
  }

  /** Whether somebody who writes to a closed conversation may be told so: once a day. */
  @Transactional
  public boolean mayTellClosed(final Line line, final UUID conversation) {
    return answerable(line)
        && claim(line, conversation.toString(), "closed", BETWEEN_INTRODUCTIONS);
  }

  /** Whether the owner may be told of a loop: once an hour, whoever of the two wrote last. */
  @Transactional
  public boolean mayReportLoop(final Line line, final UUID conversation) {
    final var anybody = new Line(line.organization(), line.number(), "");
    return claim(anybody, conversation.toString(), "loop", BETWEEN_LOOPS);
  }

  /**
   * A message that is for nobody: once a day the owner hears of its sender.
   *
   * @return whether the sender shall get the one fixed answer
   */
  @Transactional
  public boolean strangerWrote(final Line line, final UUID event) {
    if (!claim(line, about(line, null), "unknown_sender", BETWEEN_INTRODUCTIONS)) {
      return false;
    }
    final Map<String, String> facts = Map.of("sender", line.masked());
    inbox.post(List.of(new NewNotice(line.organization(), "unknown_sender", null, event, facts)));
    return answerable(line);
  }

  /** Whether the other end is one that can and may be written to. */
  @Transactional
  public boolean answerable(final Line line) {
    return line.canBeAnswered()
        && !numbers.contains(line.organization().value(), line.phone())
        && !optOuts.stands(line);
  }

  private static String about(final Line line, final @Nullable UUID conversation) {
    return conversation == null ? line.number() : conversation.toString();
  }

  private boolean claim(
      final Line line, final String about, final String kind, final Duration pause) {
    final Instant now = clock.instant();
    return limits.claim(
            line.organization().value(), about, line.phone(), kind, now, now.minus(pause))
        == 1;
  }
}
