package io.gatehouse.access;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/keys")
@Secured(Caller.OWNER)
@ExecuteOn(TaskExecutors.BLOCKING)
class KeyController {

  private final AccessKeys keys;

  KeyController(final AccessKeys keys) {
    this.keys = keys;
  }

  @Post
  HttpResponse<IssuedKey> issue(final Caller caller, @Body @Valid final Wish wish) {
    if (!Caller.ROLES.containsAll(wish.roles())) {
      throw Problem.badRequest(
          "role_unknown", "Roles are " + String.join(", ", Caller.ROLES) + ".");
    }
    return HttpResponse.created(keys.issue(caller, wish.name(), wish.roles()));
  }

  @Get
  List<Shown> list(final Caller caller) {
    return keys.of(caller.organization()).stream().map(Shown::of).toList();
  }

  /** A revoked key is refused from the next request on. */
  @Delete("/{id}")
  HttpResponse<?> revoke(final Caller caller, final UUID id) {
    keys.revoke(caller.organization(), caller.name(), id);
    return HttpResponse.noContent();
  }

  @Serdeable
  record Wish(@NotBlank @Size(max = 100) String name, @NotEmpty Set<String> roles) {}

  @Serdeable
  record Shown(
      UUID id, String name, List<String> roles, Instant createdAt, @Nullable Instant revokedAt) {

    static Shown of(final KeyRepository.Row row) {
      return new Shown(
          row.id(), row.name(), List.of(row.roles().split(",")), row.createdAt(), row.revokedAt());
    }
  }
}
