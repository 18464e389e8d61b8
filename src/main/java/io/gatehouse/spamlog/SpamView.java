package io.gatehouse.spamlog;

import io.gatehouse.spamlog.ReasonTexts.Told;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log as reviewers see it.
 *
 * @param organization null where there was none yet
 * @param text sanitized; not escaped
 * @param review the last word on it; null while nobody had one
 */
@Serdeable
record SpamView(
    UUID id,
    @Nullable String organization,
    String askedBy,
    @Nullable String subject,
    String contentType,
    String text,
    int score,
    List<Told> reasons,
    boolean highRisk,
    String action,
    Instant at,
    @Nullable String ip,
    @Nullable Review review) {

  /**
   * A person's word.
   *
   * @param turn how many words there were with it; named by whoever wants to add another
   * @param verdict allow or confirm
   */
  @Serdeable
  record Review(int turn, String verdict, @Nullable String reason, String by, Instant at) {}
}
