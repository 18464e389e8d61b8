package io.gatehouse.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Environment;
import io.gatehouse.base.Secret;
import io.gatehouse.fixture.Fixtures;
import io.gatehouse.fixture.LetterWriter;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file of {@code webhook-fixtures/} is sent to the real controllers and is a test. */
@GatehouseTest
@Property(name = "micronaut.server.max-request-size", value = "1048576")
@Property(name = "gatehouse.effects.workers", value = "true")
@Property(name = "test.clock", value = "machine")
class FixturesTest {

  private static final int FEWEST = 40;

  private final EmbeddedServer server;
  private final Environment environment;
  private final Keys keys;

  FixturesTest(final EmbeddedServer server, final Environment environment, final Keys keys) {
    this.server = server;
    this.environment = environment;
    this.keys = keys;
  }

  @Test
  void there_are_fixtures_for_both_providers() throws IOException {
    assertThat(Fixtures.shipped()).hasSizeGreaterThanOrEqualTo(FEWEST);
    assertThat(Fixtures.shipped().stream().map(source -> source.name().split("-")[0]).distinct())
        .containsExactlyInAnyOrder("erpnext", "twilio");
  }

  @TestFactory
  Stream<DynamicTest> each_comes_out_as_it_says() throws IOException, InterruptedException {
    final List<Outcome> outcomes = rehearsal().run(Fixtures.shipped(), true);
    return outcomes.stream().map(FixturesTest::test);
  }

  private static DynamicTest test(final Outcome outcome) {
    return DynamicTest.dynamicTest(
        outcome.fixture().name(),
        () ->
            assertThat(Comparison.of(outcome))
                .as(outcome.fixture().name() + " " + outcome.answers())
                .isEmpty());
  }

  private Rehearsal rehearsal() {
    final Environment.Secrets secrets = environment.secrets();
    final URI url = URI.create(server.getURL().toString());
    final var writer =
        new LetterWriter(
            new LetterWriter.Secrets(secrets.twilioTokens().getFirst(), secrets.erpnextWebhook()),
            url);
    final var gateway = new Gateway(url, new Secret(keys.with("owner")));
    return new Rehearsal(gateway, writer, new PrintStream(OutputStream.nullOutputStream()));
  }
}
