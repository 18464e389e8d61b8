package io.gatehouse.conversation;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Problem;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Registers conversations. */
@Controller("/api/conversations")
@Secured(Caller.OWNER)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConversationController {

  private final Conversations conversations;

  ConversationController(final Conversations conversations) {
    this.conversations = conversations;
  }

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
        .orElseThrow(
            () -> Problem.notFound("unknown_conversation", "There is no such conversation."));
  }

  private static Channel channel(final String wire) {
    return Channel.of(wire)
        .orElseThrow(
            () -> Problem.badRequest("channel", "A channel is one of sms, erpnext and chat."));
  }
}
