package io.gatehouse.model;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.breaker.Breaker;
import io.gatehouse.model.ModelAnswer.Scored;
import io.gatehouse.model.ModelAnswer.Unsure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the language model about whole texts, and keeps account of what it costs. */
public class ModelGateway {

  /** For a whole text: several windows may each take as long as one answer may. */
  private static final Duration WHOLE = Duration.ofSeconds(60);

  private final @Nullable Asker asker;
  private final UsageBook usage;
  private final List<ModelWitness> witnesses;
  private final Clock clock;

  /**
   * @param asker null where no model is configured
   */
  ModelGateway(
      final @Nullable Asker asker,
      final UsageBook usage,
      final List<ModelWitness> witnesses,
      final Clock clock) {
    this.asker = asker;
    this.usage = usage;
    this.witnesses = witnesses;
    this.clock = clock;
  }

  /** The name of the model; empty where none is configured, so that no text ever leaves. */
  public Optional<String> name() {
    return Optional.ofNullable(asker).map(Asker::model);
  }

  /** Empty where no model is configured. */
  public Optional<Breaker.State> breaker() {
    return Optional.ofNullable(asker).map(Asker::breaker);
  }

  /** Whether the server has the model. */
  public sealed interface Presence permits Listed, Unlisted, Absent {}

  /** It says so. */
  public record Listed() implements Presence {}

  /** It answers and does not say so. */
  public record Unlisted() implements Presence {}

  /** It does not answer as it should. */
  public record Absent(Doubt why) implements Presence {}

  /** Looks whether the model is there, which takes as long as an answer may. */
  public Presence look() {
    return Optional.ofNullable(asker).map(Asker::look).orElseGet(() -> new Absent(Doubt.OFF));
  }

  /**
   * What the model thinks of a text: of each category the worst of all its windows (B53). Takes up
   * to a minute and the time of one answer; never call it where somebody waits or a transaction is
   * open.
   *
   * @param ceiling tokens that the organization may use in a day (UTC), 0 for any number; what is
   *     under way at once may pass it
   */
  public ModelAnswer ask(final OrganizationId organization, final String text, final long ceiling) {
    final Asker able = asker;
    if (able == null) {
      return new Unsure(Doubt.OFF);
    }
    final List<String> windows = Windows.of(text);
    return windows.size() > Windows.MOST
        ? new Unsure(Doubt.TOO_LONG)
        : all(able, organization, windows, ceiling);
  }

  private ModelAnswer all(
      final Asker able,
      final OrganizationId organization,
      final List<String> windows,
      final long ceiling) {
    final Instant end = clock.instant().plus(WHOLE);
    Scored worst = Scored.NOTHING;
    for (final String window : windows) {
      switch (one(able, organization, window, ceiling, end)) {
        case Scored scored -> worst = worst.or(scored);
        case Unsure unsure -> {
          return unsure;
        }
      }
    }
    return worst;
  }

  private ModelAnswer one(
      final Asker able,
      final OrganizationId organization,
      final String window,
      final long ceiling,
      final Instant end) {
    if (!clock.instant().isBefore(end)) {
      return new Unsure(Doubt.TIMED_OUT);
    }
    if (ceiling > 0 && usage.today(organization) >= ceiling) {
      return new Unsure(Doubt.SPENT);
    }
    final Instant start = clock.instant();
    final Heard heard = able.ask(window);
    note(able, organization, heard, Duration.between(start, clock.instant()));
    return heard.answer();
  }

  private void note(
      final Asker able, final OrganizationId organization, final Heard heard, final Duration took) {
    final String outcome =
        switch (heard.answer()) {
          case Scored scored -> ModelWitness.ANSWERED;
          case Unsure unsure -> unsure.why().wire();
        };
    if (!outcome.equals(Doubt.RESTING.wire())) {
      usage.add(organization, able.model(), outcome.equals(ModelWitness.ANSWERED), heard.tokens());
    }
    witnesses.forEach(witness -> witness.asked(organization, outcome, heard.tokens(), took));
  }
}
