package io.gatehouse.redteam;

import io.gatehouse.base.Role;
import io.gatehouse.detection.FindingClass;
import java.util.List;

/**
 * A leak in its carrier sentence, while it is being disguised.
 *
 * @param carrier sentence with {@code {}} where the leak stands
 * @param leak as it is written so far
 * @param html whether the text is markup already
 * @param earlier messages that go before, once the leak is spread over several
 */
record Specimen(
    FindingClass kind, String carrier, String leak, boolean html, List<Message> earlier) {

  static final String PLACE = "{}";

  /** A message of the attack. */
  record Message(Role sender, String text) {}

  Specimen {
    earlier = List.copyOf(earlier);
  }

  static Specimen plain(final FindingClass kind, final String carrier, final String leak) {
    return new Specimen(kind, carrier, leak, false, List.of());
  }

  /** The last message as it is sent. */
  String text() {
    return carrier.replace(PLACE, leak);
  }

  boolean phone() {
    return kind == FindingClass.PHONE_NUMBER;
  }

  Specimen leak(final String other) {
    return new Specimen(kind, carrier, other, html, earlier);
  }

  Specimen carrier(final String other) {
    return new Specimen(kind, other, leak, html, earlier);
  }

  /** The same as markup. */
  Specimen markup(final String marked) {
    return new Specimen(kind, carrier, marked, true, earlier);
  }

  Specimen after(final List<Message> before, final String rest) {
    return new Specimen(kind, PLACE, rest, html, before);
  }
}
