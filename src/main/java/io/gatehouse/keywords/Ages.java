package io.gatehouse.keywords;

import io.gatehouse.canonical.Token;
import io.gatehouse.lexicon.Slots;
import java.util.List;

/** Numbers that are a child's age in years: {@code {age}}. */
record Ages(List<Token> tokens) implements Slots {

  private static final int ADULT = 18;

  /** A one-year-old is more often a dog or a contract. */
  private static final int LEAST = 3;

  @Override
  public List<String> at(final int index) {
    final String word = tokens.get(index).word();
    return word.length() <= 2 && word.chars().allMatch(Character::isDigit) && child(word)
        ? List.of("age")
        : List.of();
  }

  private static boolean child(final String word) {
    final int years = Integer.parseInt(word);
    return years >= LEAST && years < ADULT;
  }
}
