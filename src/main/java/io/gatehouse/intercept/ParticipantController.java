package io.gatehouse.intercept;

import io.gatehouse.access.ParticipantKeys;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lends keys to the people who chat (B46), so that their browsers may ask for themselves. */
@Controller("/api/intercept/keys")
@Secured({Caller.SENDER, Caller.OWNER})
@ExecuteOn(TaskExecutors.BLOCKING)
class ParticipantController {

  private static final String A_NAME = "[^\\p{Cntrl}\\p{Cs}]*";

  private final ParticipantKeys keys;

  ParticipantController(final ParticipantKeys keys) {
    this.keys = keys;
  }

  @Post
  HttpResponse<LentKey> lend(final Caller caller, @Body @Valid final Wish wish) {
    final ParticipantKeys.Lent lent =
        keys.lend(caller, wish.bound(), Duration.ofSeconds(wish.expiresInSeconds()));
    return HttpResponse.created(new LentKey(lent.id(), lent.key().reveal(), lent.expiresAt()));
  }

  /**
   * @param userId the only person it speaks for
   * @param threadId the only thread, where there is one
   * @param role the person's; without it the application's other words say
   * @param expiresInSeconds at most a day: a browser gets another when it comes back
   */
  @Serdeable
  record Wish(
      @NotBlank @Size(max = 200) @Pattern(regexp = A_NAME) String userId,
      @Nullable @Size(min = 1, max = 200) @Pattern(regexp = A_NAME) String threadId,
      @Nullable String role,
      @Min(10) @Max(86_400) int expiresInSeconds) {

    Caller.Bound bound() {
      return new Caller.Bound(
          userId, Optional.ofNullable(threadId), Optional.ofNullable(role).map(Wish::named));
    }

    private static Role named(final String role) {
      return Role.of(role)
          .orElseThrow(
              () ->
                  Problem.badRequest("role_unknown", "Roles are client, provider and staff.")
                      .with("field", "role"));
    }
  }

  /**
   * A key that was lent.
   *
   * @param key shown this once
   */
  @Serdeable
  record LentKey(UUID id, String key, Instant expiresAt) {

    @Override
    public String toString() {
      return "LentKey[" + id + "]";
    }
  }
}
