package io.gatehouse.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A gateway with an account of its own, where messages would reach people. */
@GatehouseTest
@Property(name = "env.TWILIO_ACCOUNT_SID", value = "AC00000000000000000000000000000000")
@Property(name = "env.TWILIO_AUTH_TOKEN", value = "00000000000000000000000000000000")
@Property(name = "env.TWILIO_API_URL", value = "http://localhost:1")
class TryLiveTest {

  private final EmbeddedServer server;
  private final Keys keys;

  TryLiveTest(final EmbeddedServer server, final Keys keys) {
    this.server = server;
    this.keys = keys;
  }

  @Test
  void nothing_is_sent_to_real_people_unless_forced() {
    final var err = new ByteArrayOutputStream();
    final var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    final var command = new TryCommand(Map.of(), stream, stream);

    final int exit =
        new CommandLine(command)
            .execute("--url", server.getURL().toString(), "--key", keys.with("owner"));

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("not in sandbox", "--force");
  }
}
