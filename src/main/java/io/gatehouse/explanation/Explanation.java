package io.gatehouse.explanation;

import io.gatehouse.detection.FindingClass;
import java.util.List;

/**
 * A scan, explained.
 *
 * @param canonical what the text reads as
 * @param rejected candidates that were left alone, in the order of the text
 * @param ruleSet hash of the rules that decided
 */
public record Explanation(
    String canonical, List<Found> findings, RiskSum risk, List<Rejected> rejected, String ruleSet) {

  public Explanation {
    findings = List.copyOf(findings);
    rejected = List.copyOf(rejected);
  }

  /**
   * A finding and what led to it.
   *
   * @param message index into the scan's messages, the one under scrutiny last
   * @param start code points of that message's text
   * @param disguise empty when there is none
   * @param setting the part of the message it stands in: body, quote, signature, disclaimer or
   *     footer
   * @param phrases with their weights; none where the shape alone decides
   */
  public record Found(
      int message,
      int start,
      int end,
      String type,
      String rule,
      String disguise,
      double confidence,
      String reason,
      String setting,
      List<Phrase> phrases) {}

  /**
   * A candidate that was left alone.
   *
   * @param start code points of the text
   * @param read what stands there, folded
   * @param type wire name of a {@link FindingClass}
   * @param words beside it that told against it, with their class
   */
  public record Rejected(
      int start,
      int end,
      String read,
      String type,
      String rule,
      double confidence,
      String cause,
      String why,
      List<String> words,
      List<Phrase> phrases) {}

  /** A line of a phrase file that matched: what it proves, or below zero, excuses. */
  public record Phrase(String rule, String pattern, double weight) {}
}
