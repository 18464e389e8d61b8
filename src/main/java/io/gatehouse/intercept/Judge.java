package io.gatehouse.intercept;

import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import java.util.concurrent.CompletionStage;

/** Who decides about messages; never on the thread that asks. */
interface Judge {

  /** Judges and records. Asked about one thread in an order, it may still answer in another. */
  CompletionStage<Told> message(Asked asked);

  /** Judges a text that is still being written, and records nothing. */
  CompletionStage<Told> typed(Asked asked);
}
