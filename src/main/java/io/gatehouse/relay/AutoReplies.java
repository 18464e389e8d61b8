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

/** Keeps automatic answers rare, so that two machines talking to each other fall silent (B66). */
@Singleton
public class AutoReplies {

  private static final Duration BETWEEN_REPLIES = Duration.ofMinutes(1);
  private static final Duration BETWEEN_INTRODUCTIONS = Duration.ofDays(1);

  private final OptOutRepository limits;
  private final RouteRepository routes;
  private final OptOuts optOuts;
  private final Inbox inbox;
  private final Clock clock;

  AutoReplies(
      final OptOutRepository limits,
      final RouteRepository routes,
      final OptOuts optOuts,
      final Inbox inbox,
      final Clock clock) {
    this.limits = limits;
    this.routes = routes;
    this.optOuts = optOuts;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Claims the right to tell a sender something now; joins the running transaction. */
  @Transactional
  public boolean mayReply(final Line line) {
    return answerable(line) && claim(line, "reply", BETWEEN_REPLIES);
  }

  /**
   * A message that is for nobody: once a day the owner hears of its sender.
   *
   * @return whether the sender shall get the one fixed answer
   */
  @Transactional
  public boolean strangerWrote(final Line line, final UUID event) {
    if (ours(line) || !claim(line, "unknown_sender", BETWEEN_INTRODUCTIONS)) {
      return false;
    }
    final Map<String, String> facts = Map.of("sender", line.masked());
    inbox.post(List.of(new NewNotice(line.organization(), "unknown_sender", null, event, facts)));
    return answerable(line);
  }

  private boolean answerable(final Line line) {
    return line.canBeAnswered() && !ours(line) && !optOuts.stands(line);
  }

  private boolean ours(final Line line) {
    return line.phone().equals(line.number())
        || routes.isRelayNumber(line.organization().value(), line.phone());
  }

  private boolean claim(final Line line, final String kind, final Duration pause) {
    final Instant now = clock.instant();
    return limits.claimReply(
            line.organization().value(), line.number(), line.phone(), kind, now, now.minus(pause))
        == 1;
  }
}
