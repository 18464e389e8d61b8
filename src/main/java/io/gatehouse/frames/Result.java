package io.gatehouse.frames;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a message, as S3.5 names it; what we add to that is absent where it says nothing.
 *
 * @param allowed whether the application is to deliver it
 * @param action allow, nudge, hard_block (S3.6), or redact where an organization chose that
 * @param riskScore 0 to below 1
 * @param labels what was found, one for each class (S3.7), {@code obfuscation}, and {@code
 *     moderation_} with a category where a person is to look at it
 * @param blockReason for the author, when it is not allowed
 * @param nudgeMessage a reminder for the author, who may send it all the same
 * @param truncated true when it was too long to be read to its end
 * @param recorded false when it is to be recorded later, or, of a preview, not at all
 * @param eventId by which the owner's API knows it, when it is recorded
 * @param redactedContent what is to be delivered in its place, when the action is redact
 * @param held true when it waits for the owner or for a model
 */
public record Result(
    boolean allowed,
    String action,
    double riskScore,
    List<String> labels,
    @Nullable String blockReason,
    @Nullable String nudgeMessage,
    @Nullable Boolean truncated,
    boolean recorded,
    @Nullable UUID eventId,
    @Nullable String redactedContent,
    @Nullable Boolean held) {

  static final String ALLOW = "allow";
  static final String NUDGE = "nudge";
  static final String REDACT = "redact";
  static final String HARD_BLOCK = "hard_block";
}
