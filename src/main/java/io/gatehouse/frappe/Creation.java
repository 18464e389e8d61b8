package io.gatehouse.frappe;

import io.gatehouse.effects.Outcome;

/** What an answer to a POST means for the effect it belongs to. */
public final class Creation {

  private Creation() {}

  /**
   * @param role what the user needs for this type of document, told when permission is missing
   */
  public static Outcome outcome(final Reply reply, final String role) {
    return Troubles.of(reply, role).map(Trouble::outcome).orElseGet(() -> done(reply));
  }

  /** Whether a document it links to does not exist: refused, nothing created. */
  public static boolean linkMissing(final Reply reply) {
    return Troubles.of(reply, "").filter(it -> it.code().equals("link_missing")).isPresent();
  }

  private static Outcome done(final Reply reply) {
    return reply instanceof final Reply.Answered answer && answer.name().isPresent()
        ? new Outcome.Done(answer.name().get())
        : Troubles.named(Troubles.NO_JSON).outcome();
  }
}
