package io.gatehouse.explanation;

import io.gatehouse.detection.Finding;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.detection.Risk;
import io.gatehouse.detection.Weights;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The arithmetic of {@link Risk}, term by term.
 *
 * @param sum of weight × confidence over the terms
 */
public record RiskSum(List<Term> terms, double sum, double risk) {

  private static final String DISGUISE = "disguise";

  /** One class by its surest finding, or the disguise that counts once a message. */
  public record Term(String name, double weight, double confidence) {

    double product() {
      return weight * confidence;
    }
  }

  static RiskSum of(final List<Finding> findings, final Weights weights) {
    final Map<FindingClass, Double> surest = new EnumMap<>(FindingClass.class);
    findings.forEach(found -> surest.merge(found.type(), found.confidence(), Math::max));
    final List<Term> terms = new ArrayList<>();
    surest.forEach(
        (type, sure) ->
            terms.add(new Term(type.wire(), weights.of().getOrDefault(type, 0.0), sure)));
    if (findings.stream().anyMatch(found -> found.disguise() != null)) {
      terms.add(new Term(DISGUISE, Risk.DISGUISE, 1));
    }
    final double sum = terms.stream().mapToDouble(Term::product).sum();
    return new RiskSum(List.copyOf(terms), sum, Risk.of(findings, weights));
  }
}
