package io.gatehouse.overrides;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.gatehouse.detection.Contact;
import io.gatehouse.gate.EventShown;
import io.gatehouse.gate.EventViews;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The owner's word on a message; every one of them is recorded with its reason (S5.18). */
@Controller("/api/messages/events/{id}")
@Secured(Caller.OWNER)
@ExecuteOn(TaskExecutors.BLOCKING)
class OverrideController {

  private static final Set<String> VERDICTS = Set.of(Lessons.RIGHT, Lessons.FALSE_ALARM);

  private final EventViews events;
  private final ForceSend forceSend;
  private final Dismissal dismissal;
  private final Allowance allowance;

  OverrideController(
      final EventViews events,
      final ForceSend forceSend,
      final Dismissal dismissal,
      final Allowance allowance) {
    this.events = events;
    this.forceSend = forceSend;
    this.dismissal = dismissal;
    this.allowance = allowance;
  }

  /** Why a message goes out after all; kept with the attempt and in the audit. */
  @Serdeable
  record Why(@NotBlank @Size(min = 3, max = 500) String reason) {}

  /**
   * @param verdict right or false_alarm
   */
  @Serdeable
  record Word(@NotNull String verdict, @NotBlank @Size(min = 3, max = 500) String reason) {}

  /**
   * @param findings which of the event's findings, counted from 0; all that have a contact when
   *     missing
   */
  @Serdeable
  record Permission(
      @NotBlank @Size(min = 3, max = 500) String reason,
      @Nullable @Size(min = 1, max = 500) List<@NotNull Integer> findings) {}

  /** A contact that is no leak for this pair any more. */
  @Serdeable
  record Allowed(@JsonProperty("class") String type, String value) {

    static Allowed of(final Contact contact) {
      return new Allowed(contact.type().wire(), contact.value());
    }
  }

  @Post("/force-send")
  EventShown forceSend(final Caller caller, final UUID id, @Body @Valid final Why why) {
    forceSend.send(caller.organization(), id, caller.name(), why.reason().strip());
    return events.show(caller.organization(), id);
  }

  @Post("/dismiss")
  @Secured({Caller.OWNER, Caller.MODERATOR})
  EventShown dismiss(final Caller caller, final UUID id, @Body @Valid final Word word) {
    if (!VERDICTS.contains(word.verdict())) {
      throw Problem.badRequest("verdict", "A verdict is right or false_alarm.");
    }
    dismissal.dismiss(caller, id, word.verdict(), word.reason().strip());
    return events.show(caller.organization(), id);
  }

  @Post("/allow")
  List<Allowed> allow(
      final Caller caller, final UUID id, @Body @Valid final Permission permission) {
    final List<Integer> findings =
        permission.findings() == null ? List.of() : permission.findings();
    return allowance.allow(caller, id, findings, permission.reason().strip()).stream()
        .map(Allowed::of)
        .toList();
  }
}
