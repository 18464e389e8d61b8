package io.gatehouse.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import io.micronaut.runtime.server.EmbeddedServer;
import org.junit.jupiter.api.Test;

/** A suspended organization does not send by a WebSocket either. */
@GatehouseTest
class SuspendedSocketTest {

  private final EmbeddedServer server;
  private final Keys keys;
  private final Tables tables;
  private final Upkeep upkeep;

  SuspendedSocketTest(
      final EmbeddedServer server, final Keys keys, final Tables tables, final Upkeep upkeep) {
    this.server = server;
    this.keys = keys;
    this.tables = tables;
    this.upkeep = upkeep;
  }

  @Test
  void its_handshake_is_refused() {
    final String sender = keys.with(Caller.SENDER);
    suspend();
    try (Peer peer = Peer.with(server, sender)) {
      assertThat(peer.refusal()).isEqualTo(403);
    }
    try (Peer browser = Peer.browser(server, sender)) {
      assertThat(browser.refusal()).isEqualTo(403);
    }
  }

  @Test
  void what_is_open_is_ended_but_for_operators() {
    try (Peer sender = Peer.with(server, keys.with(Caller.SENDER));
        Peer operator = Peer.with(server, keys.with(Caller.OPERATOR, Caller.SENDER))) {
      assertThat(sender.ask(Frames.intercept("m-1", "t-1", "hello"))).contains("\"allowed\":true");
      assertThat(operator.ask("{\"type\":\"ping\"}")).contains("pong");
      suspend();
      upkeep.checkOrganizations();
      assertThat(sender.closeCode()).isEqualTo(4403);
      assertThat(operator.ask("{\"type\":\"ping\"}")).contains("pong");
    }
  }

  private void suspend() {
    tables.run("update organization set standing = 'suspended' where id = 'default'");
  }
}
