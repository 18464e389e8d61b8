package io.gatehouse.redteam;

import io.gatehouse.base.Role;
import io.gatehouse.redteam.Specimen.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Disguises that spread a leak over messages. */
final class Dialogue {

  private Dialogue() {}

  static Specimen split(final Specimen specimen, final Arsenal arsenal, final Random dice) {
    return spread(specimen, List.of(), Role.CLIENT);
  }

  /** With ordinary talk of the other side in between. */
  static Specimen interleaved(final Specimen specimen, final Arsenal arsenal, final Random dice) {
    final String talk = arsenal.draw("chat", dice);
    return spread(specimen, List.of(new Message(Role.PROVIDER, talk)), Role.CLIENT);
  }

  /** Both sides give a part. */
  static Specimen twoSenders(final Specimen specimen, final Arsenal arsenal, final Random dice) {
    return spread(specimen, List.of(), Role.PROVIDER);
  }

  private static Specimen spread(
      final Specimen specimen, final List<Message> between, final Role other) {
    final List<String> pieces = specimen.html() ? List.of() : Pieces.of(specimen.leak());
    if (pieces.size() < 2) {
      return specimen;
    }
    final List<Message> said = new ArrayList<>();
    for (int i = 0; i < pieces.size() - 1; i++) {
      final boolean first = i == 0;
      final String text = first ? opening(specimen) + pieces.get(i) : pieces.get(i);
      said.add(new Message(turn(pieces.size() - 1 - i, other), text));
      said.addAll(between);
    }
    return specimen.after(said, pieces.getLast());
  }

  /** The client says the last piece; another sender every second one before. */
  private static Role turn(final int fromEnd, final Role other) {
    return fromEnd % 2 == 0 ? Role.CLIENT : other;
  }

  private static String opening(final Specimen specimen) {
    final int place = specimen.carrier().indexOf(Specimen.PLACE);
    return place < 0 ? "" : specimen.carrier().substring(0, place);
  }
}
