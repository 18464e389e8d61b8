package io.gatehouse.crowd;

import io.micronaut.context.annotation.Requires;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.ServerWebSocket;
import java.util.concurrent.CompletableFuture;

@ServerWebSocket("/echo")
@Requires(property = "crowd.echo")
class EchoSocket {

  @OnMessage
  CompletableFuture<String> hear(final String frame, final WebSocketSession session) {
    return session.sendAsync(frame);
  }
}
