package io.gatehouse.intent;

import io.gatehouse.base.Channel;
import io.gatehouse.canonical.Token;
import io.gatehouse.lexicon.Hit;
import java.util.List;

/**
 * A stretch of words without an end of sentence in it.
 *
 * @param words of the whole message
 * @param from first word
 * @param to one behind the last
 * @param names what stands where a name may stand, by word: see {@link Names}
 * @param hits phrases said in it
 */
public record Sentence(
    List<Token> words, int from, int to, Names names, List<Hit> hits, Channel channel) {

  /** The kind of name a word is ("app", "pay", "brand", "number" …), or an empty string. */
  @FunctionalInterface
  public interface Names {
    String at(int index);
  }
}
