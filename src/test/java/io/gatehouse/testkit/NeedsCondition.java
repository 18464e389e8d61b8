package io.gatehouse.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides about {@link Needs}. */
final class NeedsCondition implements ExecutionCondition {

  private static final boolean REQUIRE_ALL = "1".equals(System.getenv("REQUIRE_ALL"));

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(final ExtensionContext test) {
    final List<Part> missing =
        AnnotationSupport.findAnnotation(test.getElement(), Needs.class)
            .map(needs -> Arrays.stream(needs.value()).filter(part -> !part.isHere()).toList())
            .orElse(List.of());
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("nothing is missing");
    }
    final String reason = test.getDisplayName() + " needs " + missing;
    return decide(reason, REQUIRE_ALL, skipped(test)::add);
  }

  static ConditionEvaluationResult decide(
      final String reason, final boolean requireAll, final Consumer<String> skipped) {
    if (requireAll) {
      throw new IllegalStateException(reason + ", and REQUIRE_ALL=1 forbids to skip it");
    }
    skipped.accept(reason);
    return ConditionEvaluationResult.disabled(reason);
  }

  private static Skipped skipped(final ExtensionContext test) {
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Skipped.class);
  }
}
