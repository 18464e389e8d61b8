package io.gatehouse.memory;

import io.gatehouse.canonical.Token;
import io.gatehouse.lexicon.Hit;
import io.gatehouse.recognition.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Phrases that say how to take what is said near them; they are no offence by themselves. */
final class Hints {

  private static final String TURNED = "hint.turned";
  private static final String ACCOUNT = "hint.account";
  private static final String NAME = "hint.name";
  private static final Set<String> ELSEWHERE = Set.of("social_media", "messaging_platform");

  /** An everyday word that is also a name ("slack", "WA") weighs less. */
  private static final double SPOKEN_OF = 0.2;

  private static final int FEW = 4;

  private Hints() {}

  /** Whether something is to be read from its end. */
  static boolean turned(final Reading reading) {
    return reading.says("piece_turned", 0, reading.words().size())
        || says(reading.hits(), TURNED).isPresent();
  }

  /** Whether it asks under which name somebody is to be found. */
  static boolean asksName(final Reading reading) {
    return says(reading.hits(), NAME).isPresent();
  }

  /** What speaks of an account elsewhere, unless it is the topic of the work. */
  static Optional<Hit> elsewhere(final Reading reading) {
    final List<Hit> hits =
        personal(reading)
            ? reading.hits().stream().filter(hit -> !question(reading, hit)).toList()
            : List.of();
    final Optional<Hit> account = says(hits, ACCOUNT);
    final double sum = hits.stream().filter(Hints::elsewhere).mapToDouble(Hints::weight).sum();
    final boolean excused = hits.stream().anyMatch(hit -> elsewhere(hit) && weight(hit) < 0);
    return sum >= SPOKEN_OF
        ? hits.stream().filter(hit -> elsewhere(hit) && weight(hit) > 0).findFirst()
        : excused ? Optional.empty() : account;
  }

  /** Whether it speaks of one of the two, or says so little that it can mean nothing else. */
  private static boolean personal(final Reading reading) {
    final int last = reading.words().size();
    return last <= FEW || reading.says("person_word", 0, last);
  }

  /** "What's" is short for no network where more is said. */
  private static boolean question(final Reading reading, final Hit hit) {
    return hit.to() - hit.from() == 1 && reading.says("question_word", hit.from(), hit.to());
  }

  private static boolean elsewhere(final Hit hit) {
    return hit.line().rule().topics().stream().anyMatch(ELSEWHERE::contains);
  }

  private static double weight(final Hit hit) {
    return hit.line().weight();
  }

  private static Optional<Hit> says(final List<Hit> hits, final String rule) {
    return hits.stream().filter(hit -> hit.line().rule().id().equals(rule)).findFirst();
  }

  /** First canonical index of what was said, and one behind its last. */
  static int[] range(final Reading reading, final Hit hit) {
    final List<Token> words = reading.words();
    return new int[] {words.get(hit.from()).from(), words.get(hit.to() - 1).to()};
  }
}
