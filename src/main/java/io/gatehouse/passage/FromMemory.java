package io.gatehouse.passage;

import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;

/** Judges a message without the database. */
interface FromMemory {

  /**
   * @throws RuntimeException when not enough is known
   */
  Told.Judged judge(Asked asked);
}
