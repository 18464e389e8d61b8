package io.gatehouse.gate;

import io.gatehouse.asides.Setting;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Environment;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conduct.Conduct;
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
import io.gatehouse.organization.Settings;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.pairs.PairContacts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at messages in the light of what was said before; records nothing. */
@Singleton
class Judge {

  private final SettingsBook settings;
  private final Memory memory;
  private final PairContacts pairs;
  private final Detector detector;
  private final Detector ofChat;
  private final Conduct conduct;

  Judge(
      final SettingsBook settings,
      final Memory memory,
      final PairContacts pairs,
      final Detector detector,
      final Conduct conduct,
      final Environment environment) {
    this.settings = settings;
    this.memory = memory;
    this.pairs = pairs;
    this.detector = detector;
    this.conduct = conduct;
    this.ofChat = detector.capped(environment.interception().longestMessage());
  }

  /** Reads in one round trip what was said before, and judges each of the messages. */
  List<Judged> judge(final List<Incoming> messages) {
    final Map<UUID, List<Memory.Entry>> said =
        memory.of(messages.stream().flatMap(Judge::remembered).toList());
    return messages.stream()
        .map(
            incoming ->
                judge(
                    incoming,
                    remembered(incoming)
                        .flatMap(id -> said.getOrDefault(id, List.of()).stream())
                        .toList()))
        .toList();
  }

  /** Judges by what the caller remembers, without asking the database. */
  Judged unaided(final Incoming incoming, final List<Utterance> earlier) {
    final Settings chosen = settings.known(incoming.origin().organization());
    final List<Memory.Entry> said = earlier.stream().map(Memory.Entry::unrecorded).toList();
    return judged(
        incoming,
        chosen,
        said,
        incoming.handling().judged()
            ? scan(incoming, chosen, said, known(incoming, chosen))
            : Scan.NOT_SCANNED);
  }

  /** Reads anew what is old of what {@link #unaided} goes by. */
  void refresh(final OrganizationId organization) {
    settings.current(organization);
  }

  private static Stream<UUID> remembered(final Incoming incoming) {
    return incoming.handling().judged()
        ? Optional.ofNullable(incoming.conversation()).map(Conversation::id).stream()
        : Stream.empty();
  }

  private Judged judge(final Incoming incoming, final List<Memory.Entry> earlier) {
    final Settings chosen = settings.current(incoming.origin().organization());
    return judged(incoming, chosen, earlier, looked(incoming, chosen, earlier));
  }

  /** The second layer reads what the first one read; which of them is stricter counts (S4.1). */
  private Judged judged(
      final Incoming incoming,
      final Settings chosen,
      final List<Memory.Entry> earlier,
      final Scan scan) {
    final double risk = Risk.of(scan.findings(), chosen.weights());
    final Conduct.Heard heard = conduct.hear(incoming, chosen.moderation());
    return new Judged(heard.incoming(), new Screened(chosen, earlier, scan, risk), heard.opinion());
  }

  /**
   * What the pair may mention is asked for only where something was found: clean talk is common.
   */
  private Scan looked(
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
    final Channel channel = incoming.origin().channel();
    return (channel == Channel.CHAT ? ofChat : detector)
        .scan(
            new ScanRequest(
                new Utterance(
                    incoming.origin().sender().role(),
                    incoming.content().text(),
                    incoming.content().format()),
                channel,
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
