package io.gatehouse.keywords;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Mark;
import io.gatehouse.canonical.Token;
import io.gatehouse.lexicon.Hit;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.lexicon.Line;
import io.gatehouse.lexicon.Unmask;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The phrases that ship with Gatehouse, by language: first those that take a word's bad meaning
 * from it ("death threat insurance"), then, on what is left, those that say who does what to whom.
 */
final class Phrases {

  /** Stands where a harmless word stood; no phrase has it. */
  private static final String HARMLESS = "*";

  /**
   * Most that a phrase weighs inside what a mail program sets off as history: a person looks at it,
   * but nobody's answer is hidden for what it answers.
   */
  private static final double QUOTED = 0.6;

  private final Lexicon harmless;
  private final Lexicon frames;

  private Phrases(final Lexicon harmless, final Lexicon frames) {
    this.harmless = harmless;
    this.frames = frames;
  }

  static Phrases of(final PhraseFiles files) {
    return new Phrases(Lexicon.of(files.harmless()), Lexicon.of(files.frames()));
  }

  /**
   * @param excused tokens that mean nothing to the organization
   */
  List<Said> said(final Canonical text, final List<Token> tokens, final BitSet excused) {
    final List<Token> plain = Unmask.words(text, without(tokens, excused), frames);
    final BitSet covered = new BitSet();
    harmless.match(plain, new Ages(plain)).forEach(hit -> covered.set(hit.from(), hit.to()));
    final List<Token> left = without(plain, covered);
    final int[] sentences = sentences(left);
    final List<Said> said = new ArrayList<>();
    for (final Hit hit : frames.match(left, new Ages(left))) {
      final boolean quoted = text.is(left.get(hit.from()).from(), Mark.QUOTED);
      said.add(said(hit.line(), sentences[hit.from()], quoted));
    }
    return said;
  }

  private static Said said(final Line line, final int sentence, final boolean quoted) {
    return new Said(
        line.rule().topics(),
        quoted ? Math.min(QUOTED, line.weight()) : line.weight(),
        sentence,
        line.rule().reason());
  }

  private static List<Token> without(final List<Token> tokens, final BitSet covered) {
    if (covered.isEmpty()) {
      return tokens;
    }
    final List<Token> left = new ArrayList<>(tokens);
    covered.stream()
        .forEach(
            i -> {
              final Token token = tokens.get(i);
              left.set(i, new Token(token.from(), token.to(), HARMLESS, null));
            });
    return left;
  }

  private static int[] sentences(final List<Token> tokens) {
    final int[] sentences = new int[tokens.size()];
    int sentence = 0;
    for (int i = 0; i < sentences.length; i++) {
      sentences[i] = sentence;
      sentence += tokens.get(i).isBreak() ? 1 : 0;
    }
    return sentences;
  }
}
