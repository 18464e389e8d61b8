package io.gatehouse.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.fixture.Fixtures;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@GatehouseTest
@Property(name = "gatehouse.effects.workers", value = "true")
@Property(name = "test.clock", value = "machine")
class DemonstrationTest {

  private static final Pattern COMMAND =
      Pattern.compile("curl -s (\\S+) -H 'Authorization: Bearer (\\S+)'");
  private static final Pattern BODY = Pattern.compile("-d '([^']+)'");

  private final Demonstration demonstration;
  private final EmbeddedServer server;
  private final Api api;

  DemonstrationTest(final Demonstration demonstration, final EmbeddedServer server, final Api api) {
    this.demonstration = demonstration;
    this.server = server;
    this.api = api;
  }

  @Test
  void the_commands_it_ends_with_work_as_they_stand() throws IOException, InterruptedException {
    final String said = demonstrate();

    assertThat(said)
        .contains("1 of 1 fixtures", "Stop with Ctrl-C")
        .doesNotContain("{url}", "{event}");
    final List<MatchResult> commands = COMMAND.matcher(said).results().toList();
    final List<String> bodies = BODY.matcher(said).results().map(body -> body.group(1)).toList();
    assertThat(commands).hasSize(3);
    assertThat(bodies).hasSize(2);

    final String key = commands.getFirst().group(2);
    assertThat(api.post(path(commands.get(0)), key, bodies.get(0)).body())
        .contains("\"flagged\":true");
    assertThat(api.get(path(commands.get(1)), key).body()).contains("\"state\":\"withheld\"");
    assertThat(api.post(path(commands.get(2)), key, bodies.get(1)).statusCode()).isEqualTo(200);
  }

  @Test
  void the_key_of_the_last_demonstration_is_good_no_more() throws Exception {
    final MatchResult first = COMMAND.matcher(demonstrate()).results().findFirst().orElseThrow();
    demonstrate();

    assertThat(api.post(path(first), first.group(2), "{\"text\":\"hello\"}").statusCode())
        .isEqualTo(401);
  }

  private String demonstrate() throws IOException, InterruptedException {
    final var out = new ByteArrayOutputStream();
    demonstration.show(
        URI.create(server.getURL().toString()),
        Fixtures.at(List.of(Path.of("webhook-fixtures", "twilio-phone-number.json"))),
        new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private String path(final MatchResult command) {
    return command.group(1).replace(server.getURL().toString(), "");
  }
}
