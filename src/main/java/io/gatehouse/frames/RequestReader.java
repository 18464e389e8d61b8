package io.gatehouse.frames;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.gatehouse.json.Json;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one request, or says what is wrong with it (S3.19, S3.20). */
@Singleton
public class RequestReader {

  private static final int LONGEST_ID = 200;

  private final Clock clock;

  public RequestReader(final Clock clock) {
    this.clock = clock;
  }

  /**
   * What was read.
   *
   * @param requestId where it could be read, even of a request that is refused
   */
  public sealed interface Reading {

    record Good(Request request) implements Reading {}

    record Refused(@Nullable JsonNode requestId, Problem why) implements Reading {}
  }

  /**
   * @param caller for whom it is read: a bound one may speak for its own person alone (B46)
   */
  public Reading read(final byte[] bytes, final Caller caller) {
    JsonNode id = null;
    try {
      final var fields = new Fields(Json.object(bytes), "");
      id = requestId(fields).orElse(null);
      return new Reading.Good(request(fields, id, caller));
    } catch (final Problem refused) {
      return new Reading.Refused(id, refused);
    }
  }

  private Request request(final Fields fields, final @Nullable JsonNode id, final Caller caller) {
    return switch (fields.text("type").orElse("intercept")) {
      case "intercept" ->
          fields.flag("typing").orElse(false)
              ? preview(fields, id, caller)
              : new Request.Intercept(
                  id, MessageReader.read(fields.object("message"), caller, Optional.empty()));
      case "preview" -> preview(fields, id, caller);
      case "ping" -> new Request.Ping(id);
      default -> throw fields.refused("type", "intercept, preview or ping");
    };
  }

  private Request preview(final Fields fields, final @Nullable JsonNode id, final Caller caller) {
    return new Request.Preview(
        id, MessageReader.read(fields.object("message"), caller, Optional.of(clock.instant())));
  }

  private static Optional<JsonNode> requestId(final Fields fields) {
    final Optional<JsonNode> id = fields.member("request_id");
    if (id.isPresent() && !echoable(id.get())) {
      throw fields.refused(
          "request_id", "a string of at most " + LONGEST_ID + " characters, or a number");
    }
    return id;
  }

  private static boolean echoable(final JsonNode id) {
    return id.isNumber()
        || (id.isTextual()
            && id.textValue().length() <= LONGEST_ID
            && id.textValue()
                .codePoints()
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE));
  }
}
