package io.gatehouse.categories;

import java.util.Arrays;
import java.util.List;

/**
 * What somebody thinks of content, and what follows from it (S4.6, S4.17).
 *
 * @param confidence the score that decided; the highest of all where nothing follows
 * @param help whether its author seems to seek help: that goes to a person and is never hidden
 * @param by who decided: {@code keywords}, or {@code model:} and its name (B52)
 * @param reasons for people, without the content's own words
 */
public record Opinion(
    Scores scores,
    Ruling ruling,
    double confidence,
    boolean help,
    String by,
    List<String> reasons) {

  public static Opinion of(
      final Scores scores,
      final boolean help,
      final Thresholds thresholds,
      final String by,
      final List<String> reasons) {
    final Ruling ruling = ruling(scores, help, thresholds);
    return new Opinion(scores, ruling, confidence(scores, ruling), help, by, reasons);
  }

  /** The categories it rests on: those one is as sure of as of what decided. */
  public List<Category> decisive() {
    return Arrays.stream(Category.values())
        .filter(category -> scores.of(category) > 0 && scores.of(category) >= confidence)
        .toList();
  }

  /** S4.6, but {@code sexual_minors} may be quarantined as well as blocked (B48). */
  private static Ruling ruling(
      final Scores scores, final boolean help, final Thresholds thresholds) {
    final double hiding =
        scores.highest(category -> category.blocks() && !(help && category == Category.SELF_HARM));
    if (hiding >= thresholds.block()) {
      return Ruling.BLOCK;
    }
    return help || scores.highest(category -> true) >= thresholds.quarantine()
        ? Ruling.QUARANTINE
        : Ruling.ALLOW;
  }

  private static double confidence(final Scores scores, final Ruling ruling) {
    return scores.highest(ruling == Ruling.BLOCK ? Category::blocks : category -> true);
  }
}
