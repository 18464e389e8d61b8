package io.gatehouse.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.chat.Asked;
import io.gatehouse.chat.Told;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.annotation.MockBean;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A name that stands for another message already is told as a fault of the request. */
@GatehouseTest
class ReusedNameTest {

  private static final UUID FIRST = new UUID(0, 5);

  private final EmbeddedServer server;
  private final Api api;
  private final Keys keys;

  ReusedNameTest(final EmbeddedServer server, final Api api, final Keys keys) {
    this.server = server;
    this.api = api;
    this.keys = keys;
  }

  @MockBean(PassageJudge.class)
  Judge judge() {
    return new Judge() {
      @Override
      public CompletionStage<Told> message(final Asked asked) {
        return CompletableFuture.completedFuture(new Told.Reused(FIRST));
      }

      @Override
      public CompletionStage<Told> typed(final Asked asked) {
        return message(asked);
      }
    };
  }

  @Test
  void over_http_it_is_a_conflict() {
    final HttpResponse<String> refused =
        api.post("/api/intercept", keys.with(Caller.SENDER), Frames.intercept("m", "t", "hello"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("\"code\":\"message_id_reused\"", FIRST.toString());
  }

  @Test
  void over_a_socket_it_is_an_error_and_the_connection_stays() {
    try (Peer peer = Peer.with(server, keys.with(Caller.SENDER))) {
      assertThat(peer.ask(Frames.intercept("m", "t", "hello")))
          .startsWith("{\"type\":\"error\",\"request_id\":\"m\"")
          .contains("\"code\":\"message_id_reused\"", "message.message_id");
      assertThat(peer.ask("{\"type\":\"ping\"}")).contains("pong");
    }
  }
}
