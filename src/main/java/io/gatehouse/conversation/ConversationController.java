package io.gatehouse.conversation;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Problem;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Registers, closes and opens conversations. */
@Controller("/api/conversations")
@Secured(Caller.OWNER)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConversationController {

  private final Conversations conversations;
  private final Closure closure;

  ConversationController(final Conversations conversations, final Closure closure) {
    this.conversations = conversations;
    this.closure = closure;
  }

  /** Why a conversation was closed or opened, for the audit. */
  @Serdeable
  record Why(@Nullable @Size(max = 500) String reason) {}

  @Put("/{externalRef}")
  ConversationJson register(
      final Caller caller,
      @NotBlank @Size(max = 140) final String externalRef,
      @Body @Valid final ConversationJson told) {
    return ConversationJson.of(
        conversations.register(
            caller.organization(), channel(told.channel()), externalRef, told.toRegistration()));
  }

  @Get("/{externalRef}")
  ConversationJson show(
      final Caller caller, final String externalRef, @QueryValue final String channel) {
    return conversations
        .find(caller.organization(), channel(channel), externalRef)
        .map(ConversationJson::of)
        .orElseThrow(Closure::unknown);
  }

  /** What is written later goes to the owner. Closing what is closed changes nothing. */
  @Post("/{externalRef}/close")
  ConversationJson close(
      final Caller caller,
      final String externalRef,
      @QueryValue(defaultValue = "sms") final String channel,
      @Body @Valid final @Nullable Why why) {
    return ConversationJson.of(closure.close(caller, channel(channel), externalRef, reason(why)));
  }

  /** Each side gets the number it had, unless that stands for somebody else by now. */
  @Post("/{externalRef}/open")
  ConversationJson open(
      final Caller caller,
      final String externalRef,
      @QueryValue(defaultValue = "sms") final String channel,
      @Body @Valid final @Nullable Why why) {
    return ConversationJson.of(closure.open(caller, channel(channel), externalRef, reason(why)));
  }

  private static @Nullable String reason(final @Nullable Why why) {
    return why == null ? null : why.reason();
  }

  private static Channel channel(final String wire) {
    return Channel.of(wire)
        .orElseThrow(
            () -> Problem.badRequest("channel", "A channel is one of sms, erpnext and chat."));
  }
}
