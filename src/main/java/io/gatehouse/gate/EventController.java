package io.gatehouse.gate;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Page;
import io.gatehouse.base.Problem;
import io.gatehouse.events.Events.Narrowed;
import io.gatehouse.message.EventState;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Message events. */
@Controller("/api/messages/events")
@Secured({Caller.OWNER, Caller.MODERATOR, Caller.AUDITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class EventController {

  private static final Set<String> STATES =
      Stream.of(EventState.values()).map(EventState::wire).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> CHANNELS =
      Stream.of(Channel.values()).map(Channel::wire).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> DECISIONS = Set.of("allow", "warn", "redact", "block");

  private final EventViews events;

  EventController(final EventViews events) {
    this.events = events;
  }

  @Get("/{id}")
  EventShown show(final Caller caller, final UUID id) {
    return events.show(caller.organization(), id);
  }

  /**
   * The newest events, of one conversation or of all, or the one a provider knows by a name of its
   * own. The id of the last one, given as {@code before}, reads on.
   */
  @Get
  List<EventView> list(final Caller caller, @RequestBean @Valid final Wanted wanted) {
    if (!wanted.key().isEmpty()) {
      return events.named(caller.organization(), wanted.source(), wanted.key()).stream().toList();
    }
    return events.newest(caller.organization(), wanted.narrowed(), wanted.limit());
  }

  /** What may be asked for. */
  @Introspected
  record Wanted(
      @QueryValue(defaultValue = "") String conversation,
      @QueryValue(defaultValue = "") String source,
      @QueryValue(defaultValue = "") String key,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable String decision,
      @QueryValue @Nullable String channel,
      @QueryValue @Nullable UUID before,
      @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) int limit) {

    Narrowed narrowed() {
      return new Narrowed(
          conversation,
          one("state", state, STATES),
          one("decision", decision, DECISIONS),
          one("channel", channel, CHANNELS),
          before);
    }

    private static @Nullable String one(
        final String name, final @Nullable String value, final Set<String> known) {
      if (value != null && !known.contains(value)) {
        throw Problem.badRequest(
            name,
            "It is one of " + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
      }
      return value;
    }
  }
}
