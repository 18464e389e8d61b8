package io.gatehouse.presend;

import io.gatehouse.base.Direction;
import io.gatehouse.base.Role;
import io.gatehouse.detection.Detector;
import io.gatehouse.detection.Risk;
import io.gatehouse.detection.Scan;
import io.gatehouse.detection.ScanRequest;
import io.gatehouse.detection.Utterance;
import io.gatehouse.explanation.Explainer;
import io.gatehouse.explanation.Explanation;
import io.gatehouse.policy.Decision;
import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks texts: detector and policy without a conversation's past, and nothing is recorded. */
final class Checker {

  /** How many messages before one are its memory: as many as the gate reads. */
  private static final int MEMORY = 12;

  private final Detector detector;
  private final boolean explaining;

  Checker(final Detector detector) {
    this(detector, false);
  }

  Checker(final Detector detector, final boolean explaining) {
    this.detector = detector;
    this.explaining = explaining;
  }

  CheckAnswer check(final CheckRequest request, final HouseRules house) {
    final var reading = new Reading(request, house);
    for (int i = 0; i < request.messages().size(); i++) {
      reading.read(i);
    }
    return reading.answer();
  }

  /** One request while its messages are read in turn. */
  private final class Reading {

    private final CheckRequest request;
    private final HouseRules house;
    private final Findings findings = new Findings();
    private Decision gravest;
    private double risk;
    private final List<Explanation> explained = new ArrayList<>();
    private @Nullable Integer scanned;
    private @Nullable Integer firstFlag;

    Reading(final CheckRequest request, final HouseRules house) {
      this.request = request;
      this.house = house;
      this.gravest = decide(false, 0, request.messages().getFirst());
    }

    void read(final int index) {
      final Scan scan = scan(index);
      findings.add(scan.findings(), first(index));
      final double its = Risk.of(scan.findings(), house.weights());
      final Decision decision = decide(scan.detected(), its, request.messages().get(index));
      gravest = gravity(decision) > gravity(gravest) ? decision : gravest;
      risk = Math.max(risk, its);
      if (scan.truncated() && scanned == null) {
        final String text = request.messages().get(index).text();
        scanned = text.codePointCount(0, scan.scanned());
      }
      firstFlag = firstFlag == null && scan.detected() ? Integer.valueOf(index) : firstFlag;
    }

    CheckAnswer answer() {
      return new CheckAnswer(
          request.id(),
          !findings.isEmpty(),
          gravest.wire(),
          rounded(risk),
          findings.classes(),
          findings.told(request),
          scanned == null ? null : true,
          scanned,
          request.conversation() ? firstFlag : null,
          explaining ? List.copyOf(explained) : null);
    }

    private Scan scan(final int index) {
      final Utterance message = request.messages().get(index);
      final var asked =
          new ScanRequest(
              message,
              request.channel(),
              request.region().orElse(house.region()),
              house.known().and(request.allow()),
              request.messages().subList(first(index), index));
      return explaining ? explained(asked) : detector.scan(asked);
    }

    private Scan explained(final ScanRequest asked) {
      final var told = new Explainer(detector).explain(asked, house.weights());
      explained.add(told.explanation());
      return told.scan();
    }

    /** As if it had just arrived from its sender, whose record is clean. */
    private Decision decide(final boolean detected, final double its, final Utterance message) {
      final var standing = new Standing(message.sender(), 0, house.escalateAt());
      final Direction direction =
          message.sender() == Role.CLIENT ? Direction.INBOUND : Direction.OUTBOUND;
      final var rule = house.policy().ruleFor(request.channel(), direction, message.sender());
      return Policy.decide(detected, its, standing, rule);
    }

    private static int first(final int index) {
      return Math.max(0, index - MEMORY);
    }
  }

  private static int gravity(final Decision decision) {
    return switch (decision) {
      case Decision.Allow allow -> 0;
      case Decision.Warn warn -> 1;
      case Decision.Redact redact -> 2;
      case Decision.Block block -> 3;
    };
  }

  /** Four places are more than the confidences behind them mean. */
  private static double rounded(final double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
