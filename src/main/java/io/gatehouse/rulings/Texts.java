package io.gatehouse.rulings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Sealer;
import io.gatehouse.base.Secret;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What reviewers must read and is kept nowhere else here: sealed, and only for a while. */
@Singleton
public class Texts {

  /** The content itself, as it was when it was last decided on. */
  public static final String CONTENT = "content";

  private final TextRepository texts;
  private final Sealer sealer;
  private final Duration keep;
  private final Clock clock;

  /**
   * @param keep how long a text is kept that nobody replaces
   */
  Texts(
      final TextRepository texts,
      final Sealer sealer,
      @Value("${gatehouse.moderation.keep-texts:30d}") final Duration keep,
      final Clock clock) {
    this.texts = texts;
    this.sealer = sealer;
    this.keep = keep;
    this.clock = clock;
  }

  /**
   * @param part {@link #CONTENT}, or the id of a user's report
   */
  public void keep(
      final OrganizationId organization,
      final Source source,
      final String part,
      final String text) {
    texts.keep(
        organization.value(),
        source.kind(),
        source.id(),
        part,
        sealer.seal(organization, purpose(source, part), new Secret(text)),
        clock.instant().plus(keep));
  }

  /** Empty when it was never kept, or no longer is. */
  public Optional<String> of(
      final OrganizationId organization, final Source source, final String part) {
    return texts
        .of(organization.value(), source.kind(), source.id(), part)
        .map(row -> open(organization, source, part, row.sealed()));
  }

  /** The content of an entry of the queue. */
  public Optional<String> of(final OrganizationId organization, final QueueEntry entry) {
    return entry.sealed().length == 0
        ? Optional.ofNullable(entry.text())
        : Optional.of(open(organization, entry.source(), CONTENT, entry.sealed()));
  }

  /** Nobody needs to read it any more. */
  public void forget(final OrganizationId organization, final Source source, final String part) {
    texts.forget(organization.value(), source.kind(), source.id(), part);
  }

  private String open(
      final OrganizationId organization,
      final Source source,
      final String part,
      final byte[] sealed) {
    return sealer.open(organization, purpose(source, part), sealed).reveal();
  }

  void purge() {
    texts.purge(clock.instant());
  }

  private static String purpose(final Source source, final String part) {
    return "moderation/" + source.kind() + "/" + part + "/" + source.id();
  }

  /** Forgets what reviewers had time enough to read, once per cluster and hour. */
  @Factory
  static final class Hourly {

    @Singleton
    RecurringTask<Void> moderatedTexts(final Texts texts) {
      return Tasks.recurring("moderated-texts", FixedDelay.ofHours(1))
          .execute((instance, context) -> texts.purge());
    }
  }
}
