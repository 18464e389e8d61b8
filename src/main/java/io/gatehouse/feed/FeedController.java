package io.gatehouse.feed;

import io.gatehouse.base.Caller;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The feed, to be followed by asking. */
@Controller("/api/events")
@Secured({Caller.OWNER, Caller.AUDITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class FeedController {

  private static final int MOST = 500;
  private static final int LONGEST = 30;

  private final Waiting waiting;

  FeedController(final Waiting waiting) {
    this.waiting = waiting;
  }

  /**
   * What happened, the oldest first, from a cursor on. Nothing is ever added before a cursor that
   * was given out.
   */
  @Get
  Shown after(final Caller caller, @RequestBean @Valid final Asked asked) {
    final Reading.Stretch stretch =
        waiting.read(
            asked.place(),
            new Reading.Wanted(caller.organization(), asked.type(), asked.thread()),
            asked.limit(),
            Duration.ofSeconds(asked.seconds()));
    return new Shown(stretch.items().stream().map(Item::body).toList(), stretch.next().toString());
  }

  /**
   * What may be asked for.
   *
   * @param after the {@code next} of an earlier answer; none for the oldest that is kept, {@code
   *     now} for what comes
   * @param thread a conversation, by the name its application or provider gives it
   * @param seconds given as {@code wait}: how long to wait for something to come
   */
  @Introspected
  record Asked(
      @QueryValue(defaultValue = "") String after,
      @QueryValue(defaultValue = "100") @Min(1) @Max(MOST) int limit,
      @QueryValue @Nullable String type,
      @QueryValue @Nullable String thread,
      @QueryValue(value = "wait", defaultValue = "0") @Min(0) @Max(LONGEST) int seconds) {

    @Nullable Place place() {
      return switch (after) {
        case "" -> Place.START;
        case "now" -> null;
        default -> Place.of(after);
      };
    }
  }

  /**
   * A stretch of the feed.
   *
   * @param next give it as {@code after} to read on
   */
  @Serdeable
  record Shown(List<Map<String, Object>> items, String next) {}
}
