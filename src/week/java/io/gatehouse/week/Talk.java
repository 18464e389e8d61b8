package io.gatehouse.week;

import java.util.List;
import java.util.random.RandomGenerator;

/** What people write: each message with a name in it that no other has, by which it is known. */
public final class Talk {

  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";

  private static final List<String> HONEST =
      List.of(
          "Can you walk %s at noon?",
          "%s ate all of the food this morning.",
          "Thank you for looking after %s yesterday!",
          "I am ten minutes late for %s, sorry.",
          "%s needs the blue leash today.",
          "Is %s friendly with other dogs?",
          "Done: %s is home and asleep.",
          "Please give %s half a pill with dinner.",
          "The vet says %s is fine 🐶",
          "Shall I bring %s back by five?",
          "%s loved the park.",
          "Yes, %s may come on Thursday.",
          "Could we move %s to next week?",
          "The gate was open, but %s stayed inside.",
          "Fresh water for %s is in the kitchen.");

  private static final List<String> LEAKS =
      List.of(
          "About %s: just call me at %s, that is my number.",
          "For %s text me on my own phone %s", "%s again - my cell is %s, ring me there.");

  private static final List<String> PROPOSALS =
      List.of(
          "Write to me about %s at %s.sitter@example.net please.",
          "Send the bill for %s to %s.home@example.net next time.");

  private Talk() {}

  public static String honest(final RandomGenerator chance, final String name) {
    return of(HONEST, chance).formatted(name);
  }

  public static String leak(final RandomGenerator chance, final String name, final String phone) {
    return of(LEAKS, chance).formatted(name, phone);
  }

  static String proposal(final RandomGenerator chance, final String name) {
    return of(PROPOSALS, chance).formatted(name, name.toLowerCase(java.util.Locale.ROOT));
  }

  /** The n-th name: five syllables, so that none is part of another. */
  public static String name(final int n) {
    final var name = new StringBuilder();
    long rest = 7_919L * n + 1;
    for (int syllable = 0; syllable < 5; syllable++) {
      name.append(CONSONANTS.charAt((int) (rest % CONSONANTS.length())));
      rest /= CONSONANTS.length();
      name.append(VOWELS.charAt((int) (rest % VOWELS.length())));
      rest /= VOWELS.length();
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String of(final List<String> texts, final RandomGenerator chance) {
    return texts.get(chance.nextInt(texts.size()));
  }
}
