package io.gatehouse.standings;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Page;
import io.gatehouse.base.Problem;
import io.gatehouse.organization.SettingsBook;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pairs under review or suspended, and the owner's word on them (S1.6). */
@Controller("/api/pairs")
@Secured(Caller.OWNER)
@ExecuteOn(TaskExecutors.BLOCKING)
class StandingController {

  private final StandingRepository standings;
  private final OwnersWord word;
  private final SettingsBook settings;
  private final Clock clock;

  StandingController(
      final StandingRepository standings,
      final OwnersWord word,
      final SettingsBook settings,
      final Clock clock) {
    this.standings = standings;
    this.word = word;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A suspension always has an end: so many days from now, or a moment.
   *
   * @param reason for the audit
   */
  @Serdeable
  record End(
      @Nullable @Min(1) @Max(3650) Integer days,
      @Nullable Instant until,
      @NotBlank @Size(min = 3, max = 500) String reason) {

    Instant from(final Instant now) {
      if ((days == null) == (until == null)) {
        throw Problem.badRequest("end", "Give either days or until: every suspension has an end.");
      }
      final Instant end = days == null ? until : now.plus(Duration.ofDays(days));
      if (end == null || !end.isAfter(now)) {
        throw Problem.badRequest("end_passed", "The end lies in the past.");
      }
      return end;
    }
  }

  /** Why a pair is free again. */
  @Serdeable
  record Why(@NotBlank @Size(min = 3, max = 500) String reason) {}

  /**
   * Those that want looking at, the newest pair first.
   *
   * @param all every pair in whose messages anything was ever found
   * @param before the id of the last one read
   */
  @Get
  @Secured({Caller.OWNER, Caller.MODERATOR, Caller.AUDITOR})
  List<PairView> list(
      final Caller caller,
      @QueryValue(defaultValue = "false") final boolean all,
      @QueryValue final @Nullable UUID before,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) final int limit) {
    return listed(caller, all, null, before, limit);
  }

  @Post("/{id}/suspend")
  PairView suspend(final Caller caller, final UUID id, @Body @Valid final End end) {
    word.suspend(caller, id, end.from(clock.instant()), end.reason().strip());
    return shown(caller, id);
  }

  @Post("/{id}/lift")
  PairView lift(final Caller caller, final UUID id, @Body @Valid final Why why) {
    word.lift(caller, id, why.reason().strip());
    return shown(caller, id);
  }

  private PairView shown(final Caller caller, final UUID id) {
    return listed(caller, true, id, null, 1).stream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound("unknown_pair", "There is no such pair."));
  }

  private List<PairView> listed(
      final Caller caller,
      final boolean all,
      final @Nullable UUID pair,
      final @Nullable UUID before,
      final int limit) {
    final Instant now = clock.instant();
    final Instant since = now.minus(settings.current(caller.organization()).strikes().window());
    return standings
        .list(caller.organization().value(), all, pair, before, since, now, limit)
        .stream()
        .map(pairs -> PairView.of(pairs, now))
        .toList();
  }
}
