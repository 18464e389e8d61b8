package io.gatehouse.model;

import io.gatehouse.categories.Scores;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a question to the model. */
public sealed interface ModelAnswer {

  /**
   * It was answered as asked.
   *
   * @param help whether the author seems to seek help for themselves
   */
  record Scored(Scores scores, boolean help) implements ModelAnswer {

    static final Scored NOTHING = new Scored(Scores.NONE, false);

    /** Of two parts of one text the worse. */
    Scored or(final Scored other) {
      return new Scored(scores.or(other.scores), help || other.help);
    }
  }

  /**
   * It was not.
   *
   * @param after what the server asked for (Retry-After), or null
   */
  record Unsure(Doubt why, @Nullable Duration after) implements ModelAnswer {

    Unsure(final Doubt why) {
      this(why, null);
    }
  }
}
