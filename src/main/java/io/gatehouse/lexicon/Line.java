package io.gatehouse.lexicon;

import io.gatehouse.base.Channel;
import java.util.Set;

/**
 * One line of a phrase file: how much a phrase speaks for a rule, or against it.
 *
 * @param rule the section it stands in
 * @param weight how much the phrase proves: 0.5 is enough alone, a negative weight excuses
 * @param channels where it counts (X5)
 * @param pattern as written in the file
 */
public record Line(Rule rule, double weight, Set<Channel> channels, String pattern) {

  /**
   * A section of a phrase file.
   *
   * @param id stable across releases
   * @param topics the classes of finding its lines speak about, by their wire names
   * @param reason one sentence for the owner
   */
  public record Rule(String id, Set<String> topics, String reason) {}
}
