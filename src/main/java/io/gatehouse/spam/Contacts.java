package io.gatehouse.spam;

import io.gatehouse.addresses.Addresses;
import io.gatehouse.numbers.Phones;
import io.gatehouse.recognition.Candidate;
import io.gatehouse.recognition.Reading;
import io.gatehouse.recognition.Recognizer;
import io.gatehouse.spam.Sighting.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Links and contact details, found as they are in messages. */
final class Contacts {

  private static final List<Recognizer> KINDS = List.of(new Addresses(), new Phones());

  private static final int MOST = 100;

  /** Below it a find is a guess. */
  private static final double SURE = 0.5;

  private static final Set<String> TOPICS =
      Set.of("url", "email_address", "phone_number", "social_media", "messaging_platform");

  private Contacts() {}

  static List<Candidate> find(final Reading reading) {
    final List<Candidate> found = new ArrayList<>();
    for (final Recognizer kind : KINDS) {
      kind.find(
          reading,
          candidate -> {
            if (found.size() < MOST
                && TOPICS.contains(candidate.topic())
                && candidate.confidence() >= SURE) {
              found.add(candidate);
            }
          });
    }
    return found;
  }

  /** A name has none; who invites people may say how to be reached. */
  static List<Sighting> sightings(final List<Candidate> found, final SpamKind kind) {
    final Strength strength = kind.isName() ? Strength.PROOF : Strength.COMPANION;
    return found.stream()
        .map(candidate -> new Sighting(candidate.topic(), Sign.PATTERN, strength, ""))
        .toList();
  }
}
