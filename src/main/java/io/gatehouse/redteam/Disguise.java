package io.gatehouse.redteam;

import java.util.Locale;

/**
 * The evasion tags of the labelling policy, each with the mutator that makes it. The order is the
 * order in which two are applied: words before signs, signs before encodings, messages last.
 */
enum Disguise {
  EMOJI_HINT(Around.swap("emoji_hint")),
  CODED_LANGUAGE(Around.swap("coded_language")),
  DISGUISED_AS_OTHER(Around::guise),
  ABBREVIATION(Around.swap("abbreviation")),
  ARITHMETIC_HINT(Mutator.ofPhone(Spoken::sum)),
  VANITY_NUMBER(Mutator.ofPhone(Spoken::keypad)),
  SPELLED_DIGITS(Mutator.ofPhone(Spoken.words("spelled_digits"))),
  MIXED_DIGITS_WORDS(Mutator.ofPhone(Spoken::mixed)),
  PHONETIC(Spoken::phonetic),
  NUMBER_WORDS_FOREIGN(Mutator.ofPhone(Spoken.words("number_words_foreign"))),
  AT_DOT(Mutator.ofName(Written::atDot)),
  LETTERS_O_L_FOR_0_1("letters_O_l_for_0_1", Mutator.ofPhone(Written.swap("letters_O_l_for_0_1"))),
  LEETSPEAK(Mutator.ofName(Written.swap("leetspeak"))),
  REVERSED(Around::reversed),
  SPLIT_WORDS(Mutator.ofLeak(Written::fillers)),
  SPACING(Mutator.ofLeak(Written::spaced)),
  PUNCTUATION_SEPARATORS(Mutator.ofLeak(Written::separated)),
  MULTI_LINE(Mutator.ofLeak(Written::lines)),
  FULLWIDTH(Mutator.ofLeak(Written.swap("fullwidth"))),
  ARABIC_INDIC(Mutator.ofLeak(Written.swap("arabic_indic"))),
  PERSIAN(Mutator.ofLeak(Written.swap("persian"))),
  DEVANAGARI(Mutator.ofLeak(Written.swap("devanagari"))),
  BENGALI(Mutator.ofLeak(Written.swap("bengali"))),
  EMOJI_DIGITS(Mutator.ofPhone(Written::keycaps)),
  HOMOGLYPH(Mutator.ofLeak(Written.swap("homoglyph"))),
  ZERO_WIDTH(Mutator.ofLeak(Written::invisible)),
  BASE64_HINT(Around::base64),
  QUOTED_PRINTABLE(Mutator.ofName(Written.escaped('='))),
  PERCENT_ENCODING(Mutator.ofName(Written.escaped('%'))),
  HTML_ENTITIES(Markup::entities),
  HTML_SPLIT_TAGS(Markup::tags),
  HTML_HIDDEN(Markup::hidden),
  HTML_TABLE(Markup::table),
  SPLIT_MESSAGES(Dialogue::split),
  INTERLEAVED(Dialogue::interleaved),
  TWO_SENDERS(Dialogue::twoSenders);

  private final String tag;
  private final Mutator mutator;

  Disguise(final Mutator mutator) {
    this.tag = name().toLowerCase(Locale.ROOT);
    this.mutator = mutator;
  }

  Disguise(final String tag, final Mutator mutator) {
    this.tag = tag;
    this.mutator = mutator;
  }

  /** As the labelling policy writes it. */
  String tag() {
    return tag;
  }

  /** Whether it makes several messages of one; no two of these go together. */
  boolean spreads() {
    return compareTo(SPLIT_MESSAGES) >= 0;
  }

  Mutator mutator() {
    return mutator;
  }
}
