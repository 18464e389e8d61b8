package io.gatehouse.detection;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.recognition.Candidate;
import java.util.List;
import java.util.Set;

/**
 * Contacts of the message that are on the deployment's lists. "Call me at" one of them gives
 * nothing away (S1.16, S1.17), so the phrase is as harmless as the number it speaks of.
 */
record ListedContacts(Canonical text, List<Candidate> contacts) {

  /** Rules whose phrases say no more than that a contact follows. */
  private static final Set<String> CONTACT_RULES =
      Set.of("bypass.contact", "platform.text", "intent.bypass_language");

  /** Letters between a phrase and the contact it speaks of. */
  private static final int REACH = 40;

  /** Whether a phrase has a listed contact for its object. */
  boolean excuse(final Candidate phrase) {
    return CONTACT_RULES.contains(phrase.rule())
        && contacts.stream().anyMatch(contact -> together(phrase, contact));
  }

  private boolean together(final Candidate phrase, final Candidate contact) {
    final boolean before = contact.from() < phrase.from();
    final int from = before ? contact.to() : phrase.to();
    final int to = before ? phrase.from() : contact.from();
    return to <= from || (to - from <= REACH && sameSentence(from, to));
  }

  private boolean sameSentence(final int from, final int to) {
    for (int i = from; i < to; i++) {
      if (".!?\n".indexOf(text.at(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
