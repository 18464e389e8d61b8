package io.gatehouse.recognition;

import io.gatehouse.base.Channel;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Digits;
import io.gatehouse.canonical.Token;
import io.gatehouse.canonical.Tokenizer;
import io.gatehouse.lexicon.Hit;
import io.gatehouse.lexicon.Lexicon;
import io.gatehouse.lexicon.Unmask;
import java.util.List;
import java.util.Set;

/**
 * A text made ready for the recognizers.
 *
 * @param words the tokens as the lexicon should read them: disguised words replaced
 * @param brands names the organization goes by, folded
 */
public record Reading(
    Canonical text,
    List<Token> tokens,
    List<Token> words,
    List<Digits.Run> runs,
    Context context,
    Recognizer.Observer observer) {

  /** What is known besides the text. */
  public record Context(Lexicon lexicon, Channel channel, String region, Set<String> brands) {}

  public static Reading of(final Canonical text, final Context context) {
    final List<Token> tokens = Tokenizer.cut(text);
    final List<Token> words = Unmask.words(text, tokens, context.lexicon());
    final List<Digits.Run> runs = Digits.read(text, tokens);
    return new Reading(text, tokens, words, runs, context, Recognizer.Observer.NONE);
  }

  /** The same, and somebody looks on; readings made of this one are not looked at. */
  public Reading observed(final Recognizer.Observer by) {
    return new Reading(text, tokens, words, runs, context, by);
  }

  /** The first word that starts at or after a canonical index. */
  public int tokenAt(final int index) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      final int middle = (low + high) >>> 1;
      if (words.get(middle).from() < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Everything of the lexicon that is said. */
  public List<Hit> hits() {
    return context.lexicon().match(words, new Shapes(this));
  }

  /** Whether a word of the class stands among the words of a range. */
  public boolean says(final String type, final int fromToken, final int toToken) {
    final Set<String> members = context.lexicon().words(type);
    final int last = Math.min(toToken, words.size());
    for (int i = Math.max(0, fromToken); i < last; i++) {
      if (members.contains(words.get(i).word())) {
        return true;
      }
    }
    return false;
  }
}
