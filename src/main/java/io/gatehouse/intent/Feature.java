package io.gatehouse.intent;

/**
 * Something the model knows a weight of.
 *
 * @param two empty where the kind has one part
 */
record Feature(Kind kind, String one, String two) {

  /** What kinds there are, with the letter they have in the model's file. */
  enum Kind {
    WORD('w'),
    NEXT('b'),
    CONCEPT('c'),
    /** One idea after another, a few words apart at most. */
    FOLLOWS('p'),
    /** One idea right after another. */
    TOUCHES('n'),
    /** A rule of the phrase files; the value is the sum of its phrases' weights. */
    RULE('r'),
    /** All rules that speak for a class of finding, or all that excuse. */
    TOPIC('t'),
    CHANNEL('k');

    private final char letter;

    Kind(final char letter) {
      this.letter = letter;
    }

    /** Whether it counts as often as it is said. */
    boolean adds() {
      return this == RULE || this == TOPIC;
    }

    static Kind of(final String letter) {
      for (final Kind kind : values()) {
        if (letter.length() == 1 && kind.letter == letter.charAt(0)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("unknown kind of feature: " + letter);
    }
  }

  /**
   * Whether it is an idea of its own. Words are not, and neither are persons, moods and times
   * (their names begin with "-"): they colour a sentence and prove nothing. A name ("{app}") proves
   * something only beside an idea.
   */
  boolean proves() {
    return switch (kind) {
      case WORD, NEXT, CHANNEL -> false;
      case CONCEPT -> !shade(one) && !name(one);
      case FOLLOWS, TOUCHES -> !shade(one) && !shade(two) && !(name(one) && name(two));
      case RULE, TOPIC -> true;
    };
  }

  private static boolean shade(final String concept) {
    return concept.startsWith("-");
  }

  private static boolean name(final String concept) {
    return concept.startsWith("{");
  }

  /** Tab-separated, as in the model's file. */
  String line() {
    return kind.letter + "\t" + one + "\t" + two;
  }

  /** As a person reads it: "cash", "without … fee". */
  String spoken() {
    return two.isEmpty() ? one : one + (kind == Kind.NEXT ? " " : " … ") + two;
  }
}
