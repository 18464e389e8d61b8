package io.gatehouse.sweep;

import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import io.gatehouse.message.Handling;
import java.util.List;

/** Records messages of different threads, in one transaction where that is possible. */
public interface Recording {

  /**
   * @return of each what it is told: judged, or that its id stands for another message
   */
  List<Told> record(List<Asked> messages, Handling handling);
}
