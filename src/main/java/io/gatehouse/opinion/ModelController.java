package io.gatehouse.opinion;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.model.ModelDay;
import io.gatehouse.model.ModelGateway;
import io.gatehouse.model.UsageBook;
import io.gatehouse.organization.SettingsBook;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which language model reads along, and what it cost. */
@Controller("/api/moderation/model")
@Secured({Caller.OWNER, Caller.OPERATOR, Caller.AUDITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class ModelController {

  private final ModelGateway model;
  private final Wanted wanted;
  private final UsageBook usage;
  private final SettingsBook settings;

  ModelController(
      final ModelGateway model,
      final Wanted wanted,
      final UsageBook usage,
      final SettingsBook settings) {
    this.model = model;
    this.wanted = wanted;
    this.usage = usage;
    this.settings = settings;
  }

  /**
   * Which language model reads along, and what it cost on each of the last days (UTC).
   *
   * @param days rows at most; one for each day and model
   */
  @Get
  Shown model(
      final Caller caller, @QueryValue(defaultValue = "30") @Min(1) @Max(400) final int days) {
    final OrganizationId organization = caller.organization();
    return new Shown(
        model.name().orElse(null),
        model.breaker().map(state -> state.name().toLowerCase(Locale.ROOT)).orElse(null),
        wanted.reading(organization).wire(),
        usage.today(organization),
        settings.current(organization).moderation().model().tokensPerDay(),
        usage.days(organization, days));
  }

  /**
   * @param model absent where the installation names none
   * @param state {@code closed} while it is asked, {@code open} or {@code half_open} after it
   *     failed
   * @param reads what it is shown now: {@code off}, {@code doubtful} or {@code all}
   * @param tokensPerDay 0 for any number
   */
  @Serdeable
  record Shown(
      @Nullable String model,
      @Nullable String state,
      String reads,
      long tokensToday,
      int tokensPerDay,
      List<ModelDay> days) {}
}
