package io.gatehouse.overrides;

import io.gatehouse.base.Problem;
import io.gatehouse.detection.Contact;
import io.gatehouse.detection.Detector;
import io.gatehouse.detection.Finding;
import io.gatehouse.detection.ScanRequest;
import io.gatehouse.detection.Utterance;
import io.gatehouse.events.Memory;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The contacts behind a stored message's findings. They are read again from its text, in which they
 * may be disguised, rather than kept: what people wrote stands in one table only.
 */
@Singleton
class FoundContacts {

  private final Detector detector;
  private final SettingsBook settings;
  private final Memory memory;

  FoundContacts(final Detector detector, final SettingsBook settings, final Memory memory) {
    this.detector = detector;
    this.settings = settings;
    this.memory = memory;
  }

  /**
   * @param chosen indexes of findings; empty for all that have a contact
   * @throws Problem 400 for an index there is not, 422 when one chosen, or every one, has no
   *     contact
   */
  List<Contact> in(final MessageEvent event, final List<Integer> chosen) {
    final List<Finding> findings = chosen(event, chosen);
    final List<Utterance> earlier =
        memory.before(event).stream().map(Memory.Entry::toUtterance).toList();
    final List<Contact> all = Contact.in(detector, request(event, earlier));
    final List<Contact> contacts = new ArrayList<>();
    for (final Finding finding : findings) {
      final List<Contact> here =
          all.stream().filter(contact -> contact.of(finding, earlier.size())).toList();
      if (here.isEmpty() && !chosen.isEmpty()) {
        throw none(List.of(finding));
      }
      contacts.addAll(here);
    }
    if (contacts.isEmpty()) {
      throw none(findings);
    }
    return distinct(contacts);
  }

  private static List<Finding> chosen(final MessageEvent event, final List<Integer> chosen) {
    final List<Finding> findings = event.verdict().findings();
    if (chosen.stream().anyMatch(index -> index < 0 || index >= findings.size())) {
      throw Problem.badRequest(
          "finding_unknown", "The message has " + findings.size() + " findings, counted from 0.");
    }
    return chosen.isEmpty()
        ? findings
        : IntStream.range(0, findings.size())
            .filter(chosen::contains)
            .mapToObj(findings::get)
            .toList();
  }

  private ScanRequest request(final MessageEvent event, final List<Utterance> earlier) {
    final Settings current = settings.current(event.origin().organization());
    return new ScanRequest(
        new Utterance(
            event.origin().sender().role(), event.content().text(), event.content().format()),
        event.origin().channel(),
        current.region(),
        current.harmless(),
        earlier,
        List.of());
  }

  /** One number may be found twice. */
  private static List<Contact> distinct(final List<Contact> contacts) {
    final List<Contact> distinct = new ArrayList<>();
    for (final Contact contact : contacts) {
      if (distinct.stream()
          .noneMatch(one -> one.type() == contact.type() && one.value().equals(contact.value()))) {
        distinct.add(contact);
      }
    }
    return distinct;
  }

  private static Problem none(final List<Finding> findings) {
    final String classes =
        findings.stream()
            .map(finding -> finding.type().wire())
            .distinct()
            .collect(Collectors.joining(", "));
    return new Problem(
            422,
            "no_contact",
            "Only a phone number, an e-mail address or a link can be allowed; found was: "
                + (classes.isEmpty() ? "nothing" : classes)
                + ".")
        .with("classes", classes);
  }
}
