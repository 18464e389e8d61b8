package io.gatehouse.alerts;

import io.gatehouse.alerts.AlertRepository.Listed;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Page;
import io.gatehouse.base.Problem;
import io.gatehouse.inbox.Links;
import io.gatehouse.standings.Who;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compliance Alerts, for every channel. */
@Controller("/api/alerts")
@Secured({Caller.OWNER, Caller.MODERATOR, Caller.AUDITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class AlertController {

  private static final Set<String> STATES =
      Set.of(AlertRow.OPENING, AlertRow.OPEN, AlertRow.CLOSING, AlertRow.CLOSED);

  private final AlertRepository alerts;
  private final Links links;

  AlertController(final AlertRepository alerts, final Links links) {
    this.alerts = alerts;
    this.links = links;
  }

  /**
   * An alert as it is shown.
   *
   * @param issue its name on the site, once it has one
   * @param strikes of the pair at its last message
   * @param messages where each of its messages is looked up
   */
  @Serdeable
  record Shown(
      UUID id,
      String state,
      @Nullable String issue,
      @Nullable Who client,
      @Nullable Who provider,
      int strikes,
      Instant openedAt,
      Instant lastAt,
      @Nullable Instant closedAt,
      @Nullable String closedBy,
      List<String> messages) {}

  /**
   * The newest first.
   *
   * @param state opening, open, closing or closed; all when missing
   * @param before the id of the last one read
   */
  @Get
  List<Shown> list(
      final Caller caller,
      @QueryValue final @Nullable String state,
      @QueryValue final @Nullable UUID before,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) final int limit) {
    if (state != null && !STATES.contains(state)) {
      throw Problem.badRequest("state", "A state is opening, open, closing or closed.");
    }
    return alerts.list(caller.organization().value(), state, before, limit).stream()
        .map(this::shown)
        .toList();
  }

  private Shown shown(final Listed alert) {
    return new Shown(
        alert.id(),
        alert.state(),
        alert.issue(),
        Who.of(alert.clientName(), alert.clientAddress()),
        Who.of(alert.providerName(), alert.providerAddress()),
        alert.strikes(),
        alert.openedAt(),
        alert.lastAt(),
        alert.closedAt(),
        alert.closedBy(),
        messages(alert));
  }

  private List<String> messages(final Listed alert) {
    return alert.events() == null
        ? List.of()
        : Stream.of(alert.events().split(" ", -1))
            .map(event -> links.event(UUID.fromString(event)))
            .toList();
  }
}
