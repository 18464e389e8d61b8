package io.gatehouse.erpnext;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Webhooks through the whole path, over HTTP and the database. */
@GatehouseTest
class ScreeningTest {

  private static final String LEAK = "604-555-0143, Jane.Doe@Mail.ca";

  private final Webhooks webhooks;
  private final Conversations conversations;
  private final Tables tables;
  private final TestClock clock;

  ScreeningTest(
      final Webhooks webhooks,
      final Conversations conversations,
      final Tables tables,
      final TestClock clock) {
    this.webhooks = webhooks;
    this.conversations = conversations;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void a_leak_is_answered_with_the_json_of_S1_22() {
    assertThat(send(flat("n1", "client", LEAK)))
        .startsWith(
            "{\"flagged\":true,\"flags\":["
                + "{\"pattern\":\"phone_number\",\"matched_text\":\"604-555-0143\","
                + "\"category\":\"direct_contact\"},"
                + "{\"pattern\":\"email_address\",\"matched_text\":\"jane.doe@mail.ca\","
                + "\"category\":\"direct_contact\"}],"
                + "\"action\":\"warning\",\"flag_count\":1,\"warning_message\":\"");
  }

  @Test
  void the_third_flagged_message_of_a_pair_escalates() {
    send(flat("n1", "client", LEAK));
    send(flat("n2", "advisor", LEAK));
    assertThat(send(flat("n3", "client", LEAK)))
        .contains("\"action\":\"escalation\",\"flag_count\":3");
  }

  @Test
  void a_first_leak_in_a_signature_is_told_with_the_count_as_it_was_S1_22() {
    final String signed = "The file is ready.<br>Kind regards,<br>Joe<br>604-555-0177";

    assertThat(send(flat("n1", "advisor", signed)))
        .contains("\"flagged\":true", "\"action\":\"warning\",\"flag_count\":0");
    assertThat(tables.strings("select kind from effect")).containsExactly("erpnext.banner");
    assertThat(send(flat("n2", "advisor", signed))).contains("\"flag_count\":1");
  }

  @Test
  void a_repeat_is_answered_byte_for_byte_however_late() {
    final String first = send(flat("n1", "client", LEAK));
    send(flat("n2", "client", LEAK));
    clock.advance(Duration.ofDays(400));
    assertThat(send(flat("n1", "client", LEAK))).isEqualTo(first);
    assertThat(tables.count("message_event")).isEqualTo(2);
  }

  @Test
  void copies_at_the_same_moment_are_one_message() throws Exception {
    try (var callers = Executors.newFixedThreadPool(8)) {
      final var answers =
          callers.invokeAll(
              IntStream.range(0, 20)
                  .<Callable<String>>mapToObj(copy -> () -> send(flat("n1", "client", LEAK)))
                  .toList());
      final String first = answers.getFirst().get();
      for (final var answer : answers) {
        assertThat(answer.get()).isEqualTo(first).contains("\"flag_count\":1");
      }
    }
    assertThat(tables.count("message_event")).isOne();
    assertThat(tables.count("strike")).isOne();
    assertThat(tables.count("effect")).isEqualTo(2);
    assertThat(tables.count("participant")).isEqualTo(2);
  }

  @Test
  void a_flat_payload_without_a_name_is_known_by_its_bytes_for_48_hours() {
    final String body = flat("", "client", LEAK);
    final String first = send(body);
    clock.advance(Duration.ofHours(47));
    assertThat(send(body)).isEqualTo(first);
    clock.advance(Duration.ofHours(2));
    assertThat(send(body)).contains("\"flag_count\":2");
    assertThat(tables.count("message_event")).isEqualTo(2);
    assertThat(tables.strings("select key from message_key"))
        .noneMatch(key -> key.contains("604") || key.contains("Call"));
  }

  @Test
  void a_communication_told_flat_and_told_whole_is_one_message() {
    send(flat("c1", "client", LEAK));
    send(communication("c1", "Received", "ann@mail.ca", LEAK));
    assertThat(tables.count("message_event")).isOne();
  }

  @Test
  void a_comment_and_a_communication_of_one_name_are_two_messages() {
    send(communication("c1", "Received", "ann@mail.ca", "hello"));
    send(comment("c1", "ann@mail.ca", 1, "hello"));
    assertThat(tables.count("message_event")).isEqualTo(2);
  }

  @Test
  void an_unknown_thread_is_learned_from_its_first_documents() {
    send(communication("c1", "Received", "ann@mail.ca", "hello"));
    send(communication("c2", "Sent", "bo@firm.ca", "hello"));
    assertThat(people()).containsExactly("client ann@mail.ca", "provider bo@firm.ca");
    assertThat(senders()).containsExactly("inbound client t", "outbound provider t");
  }

  @Test
  void known_people_are_known_whichever_way_they_write() {
    register();
    send(communication("c1", "Received", "bo@firm.ca", LEAK));
    send(comment("c2", "bo@firm.ca", 1, LEAK));
    assertThat(send(communication("c3", "Sent", "desk@firm.ca", LEAK)))
        .contains("\"flagged\":false");
    send(comment("c4", "ann@mail.ca", 0, LEAK));
    assertThat(senders())
        .containsExactly(
            "inbound provider t", "outbound provider t", "outbound staff t", "inbound client t");
    assertThat(tables.count("participant")).isEqualTo(3);
  }

  @Test
  void a_note_among_colleagues_is_no_message() {
    register();
    assertThat(send(comment("c1", "bo@firm.ca", 0, LEAK)))
        .isEqualTo("{\"ignored\":\"internal_note\"}");
    assertThat(send(comment("c2", "new@firm.ca", 0, LEAK))).contains("internal_note");
    assertThat(tables.count("message_event")).isZero();
  }

  @Test
  void a_stranger_in_a_known_thread_replaces_nobody() {
    register();
    send(communication("c1", "Received", "eve@evil.ca", LEAK));
    send(flat("c2", "client", LEAK).replace("ann@mail.ca", "eve@evil.ca"));
    assertThat(people()).contains("client ann@mail.ca", "provider bo@firm.ca").hasSize(3);
    assertThat(senders()).containsExactly("inbound client f", "inbound client f");
  }

  @Test
  void lists_in_a_payload_count_for_that_message_alone() {
    final String lists =
        ",\"whitelisted_emails\":[\"jane.doe@mail.ca\"],"
            + "\"whitelisted_phones\":[\"+1 (604) 555-0143\"]}";
    assertThat(send(flat("n1", "client", LEAK).replace("}", lists))).contains("\"flagged\":false");
    assertThat(send(flat("n2", "client", LEAK))).contains("\"flagged\":true");
    assertThat(tables.count("known_contact")).isZero();
  }

  @Test
  void a_document_is_read_as_html() {
    assertThat(send(communication("c1", "Received", "ann@mail.ca", "<p>604-555-<b>0143</b></p>")))
        .contains("\"pattern\":\"phone_number\"");
    assertThat(tables.one("select format from message_text")).isEqualTo("html");
  }

  private void register() {
    conversations.register(
        OrganizationId.DEFAULT,
        Channel.ERPNEXT,
        "ISS-1",
        new Registration(
            Person.withEmail("ann@mail.ca"),
            Person.withEmail("bo@firm.ca"),
            List.of(Person.withEmail("desk@firm.ca")),
            Known.NOTHING,
            null));
  }

  private List<String> people() {
    return tables.strings("select role || ' ' || email from participant order by 1");
  }

  private List<String> senders() {
    return tables.strings(
        "select direction || ' ' || sender_role || ' ' || left(cast(sender_id is not null as text), 1)"
            + " from message_event order by envelope ->> 'document'");
  }

  private String send(final String body) {
    final var answer = webhooks.send(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String flat(final String name, final String senderType, final String text) {
    return "{\"name\":\"%s\",\"issue_reference\":\"ISS-1\",\"message_text\":\"%s\",\"sender_type\":\"%s\",\"client_email\":\"ann@mail.ca\",\"advisor_email\":\"bo@firm.ca\"}"
        .formatted(name, text, senderType);
  }

  private static String communication(
      final String name, final String direction, final String sender, final String html) {
    return Documents.communication(name, direction, sender, html);
  }

  private static String comment(
      final String name, final String author, final int published, final String html) {
    return Documents.comment(name, author, published, html);
  }
}
