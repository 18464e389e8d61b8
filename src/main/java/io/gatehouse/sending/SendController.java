package io.gatehouse.sending;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Problem;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.message.NaturalKey;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A program sends what one side of a conversation wrote (S5.8). */
@Controller("/api/messages")
@Secured({Caller.OWNER, Caller.SENDER})
@ExecuteOn(TaskExecutors.BLOCKING)
class SendController {

  private static final Pattern KEY = Pattern.compile("[!-~](?:[ -~]{0,198}[!-~])?");

  /** A name nobody can repeat needs no memory. */
  private static final Duration UNNAMED = Duration.ofMinutes(1);

  private final Conversations conversations;
  private final SendableTexts sendable;
  private final Dispatch dispatch;
  private final Replies replies;

  SendController(
      final Conversations conversations,
      final SendableTexts sendable,
      final Dispatch dispatch,
      final Replies replies) {
    this.conversations = conversations;
    this.sendable = sendable;
    this.dispatch = dispatch;
    this.replies = replies;
  }

  /**
   * Screens a text and sends what may leave.
   *
   * @param key of the caller's choice: the same one never sends twice
   * @throws Problem 403 with what was found, 404, 409 when it cannot be delivered, 422 when the key
   *     was used for another text
   */
  @Post
  @Status(HttpStatus.ACCEPTED)
  SentView send(
      final Caller caller,
      @Header("Idempotency-Key") final @Nullable String key,
      @Body final JsonNode document) {
    final SendRequest request = SendRequest.read(document);
    sendable.require(request.body());
    final var message =
        new Outgoing(
            conversation(caller, request),
            request.from(),
            request.body(),
            name(key),
            Map.of("via", "api", "sent_by", caller.name()));
    return replies.to(message, dispatch.send(message));
  }

  private Conversation conversation(final Caller caller, final SendRequest request) {
    return conversations
        .find(caller.organization(), request.channel(), request.conversation())
        .orElseThrow(
            () ->
                Problem.notFound(
                    "unknown_conversation",
                    "There is no such conversation; make it with PUT /api/conversations."));
  }

  private static NaturalKey name(final @Nullable String key) {
    if (key == null) {
      return new NaturalKey("api_unnamed", UUID.randomUUID().toString(), UNNAMED);
    }
    if (!KEY.matcher(key).matches()) {
      throw Problem.badRequest(
          "idempotency_key", "An Idempotency-Key has 1 to 200 printable characters of ASCII.");
    }
    return new NaturalKey("api", key, null);
  }
}
