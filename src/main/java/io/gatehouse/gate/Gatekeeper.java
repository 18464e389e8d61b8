package io.gatehouse.gate;

import io.gatehouse.asides.Setting;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.detection.Detector;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.Risk;
import io.gatehouse.detection.Scan;
import io.gatehouse.detection.ScanRequest;
import io.gatehouse.detection.Utterance;
import io.gatehouse.events.Memory;
import io.gatehouse.events.Screened;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.pairs.PairContacts;
import io.gatehouse.standings.Suspensions;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one path: every message of every channel is screened here. */
@Singleton
public class Gatekeeper {

  private final SettingsBook settings;
  private final Memory memory;
  private final Detector detector;
  private final Recorder recorder;
  private final PairContacts pairs;
  private final Suspensions suspensions;

  Gatekeeper(
      final SettingsBook settings,
      final Memory memory,
      final PairContacts pairs,
      final Suspensions suspensions,
      final Detector detector,
      final Recorder recorder) {
    this.settings = settings;
    this.memory = memory;
    this.pairs = pairs;
    this.suspensions = suspensions;
    this.detector = detector;
    this.recorder = recorder;
  }

  /**
   * Screens a message and records everything that follows in one transaction. A message whose key
   * is known is not screened again: the first event is answered, also to copies that arrive at the
   * same moment. While its pair is suspended, it waits for the owner whatever is found in it.
   */
  public MessageEvent screen(final Incoming incoming) {
    return screened(suspensions.admit(incoming));
  }

  /** Screens several messages of different conversations, in their order. */
  public List<MessageEvent> screen(final List<Incoming> incoming) {
    return incoming.stream().map(this::screen).toList();
  }

  private MessageEvent screened(final Incoming incoming) {
    final Settings chosen = settings.current(incoming.origin().organization());
    final List<Memory.Entry> earlier = memory.of(incoming.conversation());
    final Scan scan = judged(incoming, chosen, earlier);
    final double risk = Risk.of(scan.findings(), chosen.weights());
    return recorder.record(incoming, new Screened(chosen, earlier, scan, risk));
  }

  /**
   * What the pair may mention is asked for only where something was found: clean talk is common.
   */
  private Scan judged(
      final Incoming incoming, final Settings chosen, final List<Memory.Entry> earlier) {
    if (!incoming.handling().judged()) {
      return Scan.NOT_SCANNED;
    }
    final Known known = known(incoming, chosen);
    final Scan scan = scan(incoming, chosen, earlier, known);
    if (!scan.detected()) {
      return scan;
    }
    final Known ofPair = pairs.known(incoming.conversation());
    final Scan ours =
        ofPair.equals(Known.NOTHING) ? scan : scan(incoming, chosen, earlier, known.and(ofPair));
    final List<Memory.Entry> old = quotedFrom(ours, incoming.conversation());
    return old.isEmpty()
        ? ours
        : scan(incoming, chosen, earlier, known.and(ofPair), Memory.shown(earlier, old));
  }

  /** Old texts are asked for only where a quote holds what nobody has said of late. */
  private List<Memory.Entry> quotedFrom(
      final Scan scan, final @Nullable Conversation conversation) {
    final boolean quotes =
        scan.findings().stream().anyMatch(finding -> finding.setting() == Setting.QUOTE);
    return conversation == null || !quotes ? List.of() : memory.found(conversation);
  }

  private Scan scan(
      final Incoming incoming,
      final Settings chosen,
      final List<Memory.Entry> earlier,
      final Known known) {
    return scan(incoming, chosen, earlier, known, Memory.shown(earlier, List.of()));
  }

  private Scan scan(
      final Incoming incoming,
      final Settings chosen,
      final List<Memory.Entry> earlier,
      final Known known,
      final List<Utterance> history) {
    return detector.scan(
        new ScanRequest(
            new Utterance(
                incoming.origin().sender().role(),
                incoming.content().text(),
                incoming.content().format()),
            incoming.origin().channel(),
            chosen.region(),
            known,
            earlier.stream().map(Memory.Entry::toUtterance).toList(),
            history));
  }

  private static Known known(final Incoming incoming, final Settings chosen) {
    final @Nullable Conversation conversation = incoming.conversation();
    final Known ofOrganization = chosen.harmless().and(incoming.also());
    return conversation == null ? ofOrganization : ofOrganization.and(conversation.known());
  }
}
