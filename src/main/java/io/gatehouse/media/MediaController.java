package io.gatehouse.media;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files, for those who decide about a message and for whoever was given a link. */
@Controller
@Secured({Caller.OWNER, Caller.MODERATOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class MediaController {

  private static final String OF_EVENT = "/api/messages/events/{event}/media";

  private final MediaRepository items;
  private final MediaLinks links;

  MediaController(final MediaRepository items, final MediaLinks links) {
    this.items = items;
    this.links = links;
  }

  /**
   * @param type what it really is, once it is here
   * @param size in bytes
   */
  @Serdeable
  record Shown(
      int position,
      String state,
      @Nullable String reason,
      String declaredType,
      @Nullable String type,
      @Nullable Integer size) {

    static Shown of(final MediaItem item) {
      return new Shown(
          item.position(),
          item.state(),
          item.reason(),
          item.declaredType(),
          item.type(),
          item.size());
    }
  }

  @Get(OF_EVENT)
  List<Shown> list(final Caller caller, final UUID event) {
    return items.ofEvent(caller.organization().value(), event).stream().map(Shown::of).toList();
  }

  @Get(OF_EVENT + "/{position}")
  HttpResponse<byte[]> show(final Caller caller, final UUID event, final int position) {
    return items.ofEvent(caller.organization().value(), event).stream()
        .filter(item -> item.position() == position)
        .findFirst()
        .flatMap(item -> items.content(item.id()))
        .map(FileAnswer::of)
        .orElseThrow(() -> Problem.notFound("unknown_file", "There is no such file, or not here."));
  }

  /** For Twilio, when it sends the message; the link is all the proof there is. */
  @Get("/media/{token}")
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<byte[]> linked(final String token) {
    return links
        .follow(token)
        .map(FileAnswer::of)
        .orElseThrow(() -> Problem.notFound("unknown_link", "There is no such file."));
  }
}
