package io.gatehouse.gate;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.gatehouse.events.Events;
import io.gatehouse.message.MessageEvent;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Message events and the owner's word on them. */
@Controller("/api/messages/events")
@Secured({Caller.OWNER, Caller.MODERATOR, Caller.AUDITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class EventController {

  private final Events events;
  private final ForceSend forceSend;

  EventController(final Events events, final ForceSend forceSend) {
    this.events = events;
    this.forceSend = forceSend;
  }

  /** Why a message goes out although it was withheld; kept with the attempt and in the audit. */
  @Serdeable
  record Why(@NotNull @Size(min = 3, max = 500) String reason) {}

  @Get("/{id}")
  EventView show(final Caller caller, final UUID id) {
    return events
        .find(caller.organization(), id)
        .map(this::view)
        .orElseThrow(() -> Problem.notFound("unknown_event", "There is no such message event."));
  }

  /** The newest events of one conversation, or the one a provider knows by a name of its own. */
  @Get
  List<EventView> list(
      final Caller caller,
      @QueryValue(defaultValue = "") final String conversation,
      @QueryValue(defaultValue = "") final String source,
      @QueryValue(defaultValue = "") final String key,
      @QueryValue(defaultValue = "50") @Min(1) @Max(200) final int limit) {
    if (!key.isEmpty()) {
      return events.named(caller.organization(), source, key).map(this::view).stream().toList();
    }
    return events.ofConversation(caller.organization(), conversation, limit).stream()
        .map(this::view)
        .toList();
  }

  @Post("/{id}/force-send")
  @Secured(Caller.OWNER)
  EventView forceSend(final Caller caller, final UUID id, @Body @Valid final Why why) {
    forceSend.send(caller.organization(), id, caller.name(), why.reason().strip());
    return show(caller, id);
  }

  private EventView view(final MessageEvent event) {
    return EventView.of(event, events.attempt(event.id()).orElse(null));
  }
}
