package io.gatehouse.keywords;

import java.util.Set;

/**
 * What one phrase says.
 *
 * @param topics wire names of categories, and {@link #HELP}
 * @param weight how sure it makes one; negative where it speaks against what its sentence says
 * @param sentence the how-manieth of the text
 */
record Said(Set<String> topics, double weight, int sentence, String reason) {

  /** The topic of who seeks help. */
  static final String HELP = "help";

  /** Said of the text as a whole. */
  static final int WHOLE = -1;

  boolean about(final String topic) {
    return topics.contains(topic);
  }
}
