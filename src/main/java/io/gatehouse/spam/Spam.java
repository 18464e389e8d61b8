package io.gatehouse.spam;

import java.util.List;

/**
 * What is thought of a text.
 *
 * @param score 0 to 100: the points of the signs added up, no more than 100
 * @param reasons the signs that count, by their points and then by their codes
 * @param highRisk whether a sign alone is enough to refuse it, whatever the score (S2.14)
 * @param sanitized the text as it may be shown beside its reasons; still to be escaped where it is
 */
public record Spam(
    int score, List<Reason> reasons, boolean highRisk, String sanitized, Verdict verdict) {

  /**
   * A sign that counts.
   *
   * @param code stable; the shipped texts say it in words under {@code spam.reason.} and the code
   * @param points of all its occurrences together
   */
  public record Reason(String code, int points) {}
}
