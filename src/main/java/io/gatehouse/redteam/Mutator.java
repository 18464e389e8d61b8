package io.gatehouse.redteam;

import java.util.Random;

/** What a disguise does to a specimen; one it cannot disguise comes back as it was. */
@FunctionalInterface
interface Mutator {

  Specimen apply(Specimen specimen, Arsenal arsenal, Random dice);

  /** A mutator that only rewrites the leak. */
  static Mutator ofLeak(final Rewrite rewrite) {
    return (specimen, arsenal, dice) ->
        specimen.leak(rewrite.apply(specimen.leak(), arsenal, dice));
  }

  /** A mutator that only rewrites a phone number. */
  static Mutator ofPhone(final Rewrite rewrite) {
    return (specimen, arsenal, dice) ->
        specimen.phone() ? ofLeak(rewrite).apply(specimen, arsenal, dice) : specimen;
  }

  /** A mutator that rewrites everything but phone numbers. */
  static Mutator ofName(final Rewrite rewrite) {
    return (specimen, arsenal, dice) ->
        specimen.phone() ? specimen : ofLeak(rewrite).apply(specimen, arsenal, dice);
  }

  /** Another way to write a leak. */
  @FunctionalInterface
  interface Rewrite {

    String apply(String leak, Arsenal arsenal, Random dice);
  }
}
