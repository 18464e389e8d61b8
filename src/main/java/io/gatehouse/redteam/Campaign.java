package io.gatehouse.redteam;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.Detector;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.detection.Utterance;
import io.gatehouse.redteam.Specimen.Message;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;

/** Tries every disguise, and every two of them, on known leaks. */
final class Campaign {

  private static final String REGION = "CA";
  private static final List<FindingClass> KINDS =
      List.of(
          FindingClass.PHONE_NUMBER,
          FindingClass.EMAIL_ADDRESS,
          FindingClass.URL,
          FindingClass.SOCIAL_MEDIA);

  private final Detector detector;
  private final Arsenal arsenal = Arsenal.read();
  private final long seed;
  private final int per;

  /**
   * @param per attacks for each disguise and each pair
   */
  Campaign(final Detector detector, final long seed, final int per) {
    this.detector = detector;
    this.seed = seed;
    this.per = per;
  }

  /**
   * @param progress is told how many of how many are done
   */
  List<Tally> run(final BiConsumer<Integer, Integer> progress) {
    final List<Set<Disguise>> plans = plans();
    final List<Tally> tallies = new ArrayList<>();
    for (final Set<Disguise> plan : plans) {
      tallies.add(attack(plan));
      progress.accept(tallies.size(), plans.size());
    }
    return tallies;
  }

  /** None, each, and each two that can go together. */
  static List<Set<Disguise>> plans() {
    final List<Set<Disguise>> plans = new ArrayList<>();
    plans.add(EnumSet.noneOf(Disguise.class));
    for (final Disguise one : Disguise.values()) {
      plans.add(EnumSet.of(one));
    }
    for (final Disguise one : Disguise.values()) {
      EnumSet.range(one, Disguise.TWO_SENDERS).stream()
          .filter(other -> other != one && !(one.spreads() && other.spreads()))
          .forEach(other -> plans.add(EnumSet.of(one, other)));
    }
    return plans;
  }

  private Tally attack(final Set<Disguise> plan) {
    final Tally tally = new Tally(List.copyOf(plan));
    final String name = tally.name();
    for (int i = 0; i < per; i++) {
      final Random dice = new Random(seed * 1_000_003 + name.hashCode() * 31L + i);
      final Optional<Specimen> specimen = disguised(plan, i, dice);
      specimen.ifPresent(one -> tally.add(one, scan(one)));
    }
    return tally;
  }

  /** Empty where a disguise does not fit the leak: it, or the one before, left nothing to hide. */
  private Optional<Specimen> disguised(
      final Set<Disguise> plan, final int turn, final Random dice) {
    final FindingClass kind = KINDS.get(turn % KINDS.size());
    Specimen specimen =
        Specimen.plain(
            kind,
            arsenal.draw("carrier " + kind.wire(), dice),
            arsenal.draw("leak " + kind.wire(), dice));
    for (final Disguise disguise : plan) {
      final Specimen other = disguise.mutator().apply(specimen, arsenal, dice);
      if (other.equals(specimen)) {
        return Optional.empty();
      }
      specimen = other;
    }
    return Optional.of(specimen);
  }

  /** The classes found in the attack, message by message as the gate sees them. */
  private Set<FindingClass> scan(final Specimen specimen) {
    final List<Message> messages = new ArrayList<>(specimen.earlier());
    messages.add(new Message(Role.CLIENT, specimen.text()));
    final Format format = specimen.html() ? Format.HTML : Format.PLAIN;
    final List<Utterance> said = new ArrayList<>();
    final Set<FindingClass> classes = EnumSet.noneOf(FindingClass.class);
    for (final Message message : messages) {
      final var utterance = new Utterance(message.sender(), message.text(), format);
      final Channel channel = specimen.html() ? Channel.ERPNEXT : Channel.CHAT;
      detector
          .scan(new ScanRequest(utterance, channel, REGION, Known.NOTHING, said))
          .findings()
          .forEach(finding -> classes.add(finding.type()));
      said.add(utterance);
    }
    return classes;
  }
}
