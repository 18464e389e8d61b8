package io.gatehouse.model;

/** An answer, and what it cost. */
record Heard(ModelAnswer answer, Tokens tokens) {

  static Heard nothing(final Reply.None reply) {
    return new Heard(new ModelAnswer.Unsure(reply.why(), reply.after()), Tokens.NONE);
  }
}
