package io.gatehouse.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Channel;
import io.gatehouse.base.DatabaseUrl;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.base.StartFailure;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.gate.Gatekeeper;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import io.gatehouse.testkit.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old decision can be recomputed. */
@GatehouseTest
class ReplayTest {

  private final Gatekeeper gatekeeper;
  private final Conversations conversations;
  private final Tables tables;
  private final TestClock clock;
  private final StringWriter told = new StringWriter();

  ReplayTest(
      final Gatekeeper gatekeeper,
      final Conversations conversations,
      final Tables tables,
      final TestClock clock) {
    this.gatekeeper = gatekeeper;
    this.conversations = conversations;
    this.tables = tables;
    this.clock = clock;
  }

  private Conversation issue;

  @BeforeEach
  void register() {
    issue =
        conversations.register(
            OrganizationId.DEFAULT,
            Channel.ERPNEXT,
            "ISS-7",
            new Registration(
                Person.withEmail("client@example.org"),
                Person.withEmail("advisor@example.org"),
                List.of(),
                Known.NOTHING,
                null));
  }

  @Test
  void an_event_comes_out_as_it_did() {
    final MessageEvent event = screen("m1", "call me at 604-555-0143");

    assertThat(replay(event.id())).as(told.toString()).isTrue();
    assertThat(told.toString()).contains("warn", "same  phone_number by phone.nanp");
    assertThat(told.toString()).doesNotContain("<>", "604-555-0143");
  }

  @Test
  void memory_is_what_it_was_then_and_no_later_message_counts() {
    screen("m1", "my cell is 604 555");
    final MessageEvent completed = screen("m2", "and then 0143");
    screen("m3", "call me at 604-555-0199");

    assertThat(completed.verdict().flagged()).isTrue();
    assertThat(replay(completed.id())).as(told.toString()).isTrue();
    assertThat(told.toString()).contains("message 1", "message 2");
  }

  @Test
  void strikes_are_counted_as_then() {
    screen("m1", "call 604-555-0143");
    screen("m2", "call 604-555-0144");
    final MessageEvent third = screen("m3", "call 604-555-0145");

    assertThat(replay(third.id())).as(told.toString()).isTrue();
    assertThat(told.toString()).contains("escalation");
  }

  @Test
  void other_rules_and_other_findings_are_shown() {
    final MessageEvent event = screen("m1", "call me at 604-555-0143");
    tables.run("update message_event set rule_set = 'older', decision = 'block'");
    tables.run("update conversation_flag set rule = 'phone.former'");

    assertThat(replay(event.id())).isFalse();
    assertThat(told.toString())
        .contains("The rules differ", "gone  phone_number by phone.former", "new   phone_number")
        .containsPattern("decision +block +warn +<>");
  }

  @Test
  void nothing_is_written() throws SQLException {
    final MessageEvent event = screen("m1", "call me at 604-555-0143");
    final List<String> before = tables.strings("select xmin from message_event");

    replay(event.id());

    assertThat(tables.strings("select xmin from message_event")).isEqualTo(before);
    try (ReplayRepository store = Store.open(variables())) {
      assertThat(store.head(event.id())).isPresent();
    }
  }

  @Test
  void an_unknown_event_and_a_purged_text_are_named() {
    final UUID unknown = UUID.randomUUID();
    assertThatThrownBy(() -> replay(unknown))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("There is no message event " + unknown);

    final MessageEvent event = screen("m1", "call me at 604-555-0143");
    tables.run("delete from message_text");
    assertThatThrownBy(() -> replay(event.id())).hasMessageContaining("has been purged");
  }

  @Test
  void a_database_that_is_away_is_named_without_its_password(@TempDir final Path empty) {
    final var away = Map.of("DATABASE_URL", "postgresql://gate:hush-hush@127.0.0.1:1/gate");
    assertThatThrownBy(() -> Store.open(away))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageNotContaining("hush-hush");
    assertThatThrownBy(() -> Store.open(Map.of("GATEHOUSE_DATA", empty.toString())))
        .hasMessageContaining("No gateway is running on " + empty);
  }

  private MessageEvent screen(final String name, final String text) {
    clock.advance(Duration.ofSeconds(5));
    final var client = Objects.requireNonNull(issue.people().client());
    return gatekeeper.screen(
        new Incoming(
            new Origin(
                OrganizationId.DEFAULT,
                Channel.ERPNEXT,
                Direction.INBOUND,
                new Origin.Sender(Role.CLIENT, client.id(), "client@example.org"),
                Map.of()),
            issue,
            new Content(text, Format.PLAIN),
            Known.NOTHING,
            new NaturalKey("communication", name, null),
            Handling.SCREEN));
  }

  private boolean replay(final UUID event) {
    return Replay.run(event, variables(), false, new PrintWriter(told));
  }

  private static Map<String, String> variables() {
    final DatabaseUrl url = TestDatabase.url();
    final String password = url.password().orElseThrow().reveal();
    return Map.of(
        "DATABASE_URL", url.jdbc().replace("//", "//" + url.user() + ":" + password + "@"));
  }
}
