package io.gatehouse.relay;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pool of numbers, and how far it reaches. */
@Controller("/api/relay-numbers")
@Secured(Caller.OWNER)
@ExecuteOn(TaskExecutors.BLOCKING)
class RelayNumberController {

  private final Pool pool;

  RelayNumberController(final Pool pool) {
    this.pool = pool;
  }

  /** One number or many. */
  @Serdeable
  record Added(
      @Nullable @Size(max = 40) String number,
      @Nullable @Size(max = 500) List<@NotBlank @Size(max = 40) String> numbers) {

    List<String> all() {
      final List<String> many = numbers == null ? List.of() : numbers;
      return Stream.concat(Stream.ofNullable(number), many.stream()).toList();
    }
  }

  @Get
  Pool.Shown show(final Caller caller) {
    return pool.show(caller.organization());
  }

  @Post
  @Status(HttpStatus.CREATED)
  Pool.Shown add(final Caller caller, @Body @Valid final Added added) {
    if (added.all().isEmpty()) {
      throw Problem.badRequest("number", "Give a \"number\", or several as \"numbers\".");
    }
    pool.add(caller, added.all());
    return pool.show(caller.organization());
  }

  /**
   * @param number in E.164; the "+" may be missing, since a path may not keep it
   */
  @Delete("/{+number}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(final Caller caller, final String number) {
    pool.remove(caller, number.strip().replaceFirst("^\\+?", "+"));
  }
}
