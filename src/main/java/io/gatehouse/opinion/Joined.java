package io.gatehouse.opinion;

import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.categories.Scores;
import io.gatehouse.categories.Thresholds;
import io.gatehouse.model.Doubt;
import io.gatehouse.model.ModelAnswer.Scored;
import java.util.List;
import java.util.stream.Stream;

/**
 * One opinion of two. Of each category the higher score counts: a text may talk a model into
 * finding nothing, but what its words say stays said. Whoever made the difference has decided
 * (B52).
 */
final class Joined {

  /** Who decided, before the name of the model. */
  static final String MODEL = "model:";

  private Joined() {}

  static Opinion of(
      final Opinion words, final Scored read, final String model, final Thresholds thresholds) {
    final Scores scores = words.scores().or(read.scores());
    final boolean help = words.help() || read.help();
    final Opinion both =
        Opinion.of(scores, help, thresholds, MODEL + model, with(words, Reasons.read(read)));
    final boolean wordsAlone =
        both.ruling() != Ruling.ALLOW
            && both.ruling() == words.ruling()
            && words.confidence() >= both.confidence();
    return wordsAlone
        ? Opinion.of(scores, help, thresholds, words.by(), with(words, Reasons.AGREED))
        : both;
  }

  /** What the words say, and why nobody else had a say. */
  static Opinion without(final Opinion words, final Doubt why) {
    return new Opinion(
        words.scores(),
        words.ruling(),
        words.confidence(),
        words.help(),
        words.by(),
        with(words, why.text()));
  }

  private static List<String> with(final Opinion words, final String reason) {
    return Stream.concat(words.reasons().stream(), Stream.of(reason)).toList();
  }
}
