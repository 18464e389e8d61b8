package io.gatehouse.relay;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Page;
import io.gatehouse.inbox.Inbox;
import io.gatehouse.inbox.NewNotice;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who does not want to be written to by which number (B66). */
@Singleton
public class OptOuts {

  private final OptOutRepository optOuts;
  private final Inbox inbox;
  private final Clock clock;

  OptOuts(final OptOutRepository optOuts, final Inbox inbox, final Clock clock) {
    this.optOuts = optOuts;
    this.inbox = inbox;
    this.clock = clock;
  }

  @Transactional
  public boolean stands(final Line line) {
    return optOuts.stands(line.organization().value(), line.number(), line.phone());
  }

  /**
   * Does what a keyword means and tells the owner: somebody who answers "cancel" to a question
   * loses the channel without knowing it. HELP changes nothing.
   */
  @Transactional
  public void heard(
      final Line line, final Keyword keyword, final @Nullable UUID conversation, final UUID event) {
    switch (keyword) {
      case STOP -> {
        add(line, "keyword");
        tell("opt_out", line, keyword, conversation, event);
      }
      case START -> {
        if (lift(line)) {
          tell("opt_in", line, keyword, conversation, event);
        }
      }
      case HELP -> {}
    }
  }

  /**
   * The newest first.
   *
   * @param before only those with smaller numbers
   * @param lifted whether those are wanted too that do not stand any more
   */
  @Transactional
  Page<OptOutRepository.Row> page(
      final OrganizationId organization, final long before, final boolean lifted, final int limit) {
    final var rows = optOuts.before(organization.value(), before, lifted, limit + 1);
    return Page.of(rows, limit, OptOutRepository.Row::id);
  }

  /** The provider refused a message because of an opt-out we had not heard of. */
  @Transactional
  public void refusedByProvider(final Line line) {
    add(line, "provider");
  }

  private void add(final Line line, final String cause) {
    optOuts.add(line.organization().value(), line.number(), line.phone(), cause, clock.instant());
  }

  private boolean lift(final Line line) {
    return optOuts.lift(line.organization().value(), line.number(), line.phone(), clock.instant())
        == 1;
  }

  private void tell(
      final String kind,
      final Line line,
      final Keyword keyword,
      final @Nullable UUID conversation,
      final UUID event) {
    final Map<String, String> facts = Map.of("sender", line.masked(), "word", keyword.name());
    inbox.post(List.of(new NewNotice(line.organization(), kind, conversation, event, facts)));
  }
}
