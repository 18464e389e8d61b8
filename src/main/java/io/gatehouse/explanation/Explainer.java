package io.gatehouse.explanation;

import io.gatehouse.detection.Detector;
import io.gatehouse.detection.Finding;
import io.gatehouse.detection.Scan;
import io.gatehouse.detection.ScanRequest;
import io.gatehouse.detection.Utterance;
import io.gatehouse.detection.Weights;
import io.gatehouse.explanation.Explanation.Found;
import io.gatehouse.message.CodePoints;
import java.util.List;

/** Scans and tells why. */
public final class Explainer {

  private final Detector detector;

  public Explainer(final Detector detector) {
    this.detector = detector;
  }

  /** A scan with its explanation. */
  public record Explained(Scan scan, Explanation explanation) {}

  public Explained explain(final ScanRequest request, final Weights weights) {
    final Notes notes = new Notes(request.message().text());
    final Scan scan = detector.scan(request, notes);
    final List<Found> findings =
        scan.findings().stream().map(finding -> found(finding, request, notes)).toList();
    return new Explained(
        scan,
        new Explanation(
            notes.canonical(),
            findings,
            RiskSum.of(scan.findings(), weights),
            notes.rejected(scan.findings(), request.earlier().size()),
            scan.ruleSet()));
  }

  private static Found found(final Finding finding, final ScanRequest request, final Notes notes) {
    final boolean here = finding.message() == request.earlier().size();
    final Utterance said = here ? request.message() : request.earlier().get(finding.message());
    return new Found(
        finding.message(),
        CodePoints.start(finding.span(), said.text()),
        CodePoints.end(finding.span(), said.text()),
        finding.type().wire(),
        finding.rule(),
        finding.disguise() == null ? "" : finding.disguise(),
        finding.confidence(),
        finding.reason(),
        finding.setting().wire(),
        here ? notes.phrases(finding) : List.of());
  }
}
