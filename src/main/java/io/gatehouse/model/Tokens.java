package io.gatehouse.model;

/**
 * What a question cost.
 *
 * @param prompt tokens of the question
 * @param completion tokens of the answer
 */
public record Tokens(long prompt, long completion) {

  static final Tokens NONE = new Tokens(0, 0);

  /** About as many bytes of English as a token has; other languages have fewer. */
  private static final int BYTES = 3;

  /** What a question may have cost whose server does not say; rather too much than too little. */
  static Tokens guessed(final int bytesAsked) {
    return new Tokens(bytesAsked / BYTES, Question.MOST_TOKENS);
  }

  public long all() {
    return prompt + completion;
  }
}
