package io.gatehouse.redteam;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Disguises that change the sentence with the leak. */
final class Around {

  private Around() {}

  /** A word of the sentence, or of the leak, for another. */
  static Mutator swap(final String tag) {
    return (specimen, arsenal, dice) -> {
      String carrier = specimen.carrier();
      String leak = specimen.leak();
      for (final String line : arsenal.all("swap " + tag)) {
        final String[] swap = line.split(" \\| ");
        carrier = carrier.replaceFirst("\\b" + swap[0] + "\\b", swap[1]);
        leak = leak.replace(swap[0], swap[1]);
      }
      return specimen.carrier(carrier).leak(leak);
    };
  }

  static Specimen guise(final Specimen specimen, final Arsenal arsenal, final Random dice) {
    return specimen.phone() ? specimen.carrier(arsenal.draw("guise", dice)) : specimen;
  }

  static Specimen reversed(final Specimen specimen, final Arsenal arsenal, final Random dice) {
    final String turned = new StringBuilder(specimen.leak()).reverse().toString();
    return specimen.leak(turned).carrier(specimen.carrier() + ", read it backwards");
  }

  static Specimen base64(final Specimen specimen, final Arsenal arsenal, final Random dice) {
    final byte[] bytes = specimen.leak().getBytes(StandardCharsets.UTF_8);
    return specimen
        .leak(Base64.getEncoder().encodeToString(bytes))
        .carrier(specimen.carrier() + ", decode it");
  }
}
