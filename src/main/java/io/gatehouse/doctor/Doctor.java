package io.gatehouse.doctor;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.doctor.Check.Finding;
import io.gatehouse.doctor.Check.State;
import io.micronaut.context.annotation.Value;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Looks at everything side by side, so that one provider that hangs costs its own time only. */
@Singleton
class Doctor {

  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Check> checks;
  private final Duration patience;

  /**
   * @param patience for each check; a site is waited for 15 s and its answer's end for 5 s more
   */
  Doctor(
      final List<Check> checks,
      @Value("${gatehouse.doctor.patience:25s}") final Duration patience) {
    this.checks = checks.stream().sorted(Comparator.comparing(Check::name)).toList();
    this.patience = patience;
  }

  /** A check and what it found. */
  @Serdeable
  record Looked(String name, String state, String detail, String next) {}

  /**
   * @param state the gravest of all
   */
  @Serdeable
  record Report(String state, List<Looked> checks) {}

  Report look(final OrganizationId organization) {
    final var running = checks.stream().map(check -> start(check, organization)).toList();
    final List<Finding> findings = running.stream().map(CompletableFuture::join).toList();
    final State gravest =
        findings.stream().map(Finding::state).max(Comparator.naturalOrder()).orElse(State.FINE);
    return new Report(
        wire(gravest == State.SKIPPED ? State.FINE : gravest),
        IntStream.range(0, checks.size())
            .mapToObj(i -> looked(checks.get(i), findings.get(i)))
            .toList());
  }

  private CompletableFuture<Finding> start(final Check check, final OrganizationId organization) {
    return CompletableFuture.supplyAsync(() -> check.look(organization), threads)
        .completeOnTimeout(
            new Finding(
                State.TROUBLE,
                "took longer than " + patience.toSeconds() + " s",
                "Look again; what it asks is slow or hangs."),
            patience.toMillis(),
            TimeUnit.MILLISECONDS)
        .exceptionally(Doctor::broken);
  }

  /** By kind only: an exception's message may quote what people wrote. */
  private static Finding broken(final Throwable failure) {
    final Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new Finding(
        State.TROUBLE,
        "could not be looked at: " + cause.getClass().getSimpleName(),
        "See the gateway's log.");
  }

  private static Looked looked(final Check check, final Finding finding) {
    return new Looked(check.name(), wire(finding.state()), finding.detail(), finding.next());
  }

  private static String wire(final State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
