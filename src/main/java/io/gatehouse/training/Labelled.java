package io.gatehouse.training;

import io.gatehouse.base.Channel;
import java.util.List;

/**
 * A message with what a person says it is.
 *
 * @param violation whether it leaks or leads off the platform
 * @param marks where
 */
record Labelled(String text, Channel channel, boolean violation, List<Mark> marks) {

  /**
   * A marked stretch of the text.
   *
   * @param start first UTF-16 unit
   * @param end one behind the last
   * @param topic class of finding by its wire name
   */
  record Mark(int start, int end, String topic) {}
}
