package io.gatehouse.erpnext;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.micronaut.context.annotation.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Issues by their own webhook: the description opens the thread (S1.2). */
@GatehouseTest
@Property(name = "test.overheard", value = "true")
class IssueTest {

  private static final String LEAK = "<p>Call <b>me</b> at 604-555-0143</p>";
  private static final String QUILL = "<div class='ql-editor read-mode'>" + LEAK + "</div>";
  private static final String ISSUE = Documents.issue("ann@mail.ca", LEAK);
  private static final String COPY =
      Documents.communication("c1", "Received", "ann@mail.ca", QUILL);

  private final Webhooks webhooks;
  private final Api api;
  private final Tables tables;
  private final Overheard listener;

  IssueTest(final Webhooks webhooks, final Api api, final Tables tables, final Overheard listener) {
    this.webhooks = webhooks;
    this.api = api;
    this.tables = tables;
    this.listener = listener;
  }

  @Test
  void a_description_is_the_client_s_first_message() {
    assertThat(send(ISSUE)).contains("\"flagged\":true", "\"flag_count\":1");
    assertThat(
            tables.strings(
                "select sender_role || ' ' || sender_address || ' ' || direction || ' '"
                    + " || (envelope->>'doctype') || ' ' || (envelope->>'document')"
                    + " from message_event"))
        .containsExactly("client ann@mail.ca inbound Issue ISS-1");
    assertThat(tables.strings("select client_source from conversation")).containsExactly("payload");
  }

  @Test
  void the_document_s_own_time_is_kept_and_is_utc_while_the_site_told_no_zone() {
    send(ISSUE);
    assertThat(tables.strings("select envelope->>'written_at' from message_event"))
        .containsExactly("2026-03-02T09:30:00.482913Z");
  }

  @Test
  void saving_an_issue_again_is_no_message() {
    final String first = send(ISSUE);
    final String closed =
        Documents.issue("ann@mail.ca", "2026-03-03 10:00:00.000000", "mo@firm.ca", LEAK)
            .replace("\"Open\"", "\"Closed\"");
    assertThat(send(closed)).isEqualTo(first);
    assertThat(send(ISSUE)).isEqualTo(first);
    assertThat(tables.count("message_event")).isOne();
    assertThat(tables.strings("select status from site_issue")).containsExactly("Closed");
  }

  @Test
  void a_changed_description_is_a_message_of_whoever_changed_it() {
    send(Documents.issue("ann@mail.ca", "<p>Please help</p>"));
    final String changed =
        Documents.issue("ann@mail.ca", "2026-03-03 10:00:00.000000", "bo@firm.ca", LEAK);
    assertThat(send(changed)).contains("\"flagged\":true");
    assertThat(send(changed)).contains("\"flagged\":true");
    assertThat(tables.strings("select sender_address from message_event order by received_at, id"))
        .containsExactly("ann@mail.ca", "bo@firm.ca");
  }

  @Test
  void the_portal_s_copy_of_a_description_is_the_same_message() {
    assertThat(send(COPY)).isEqualTo(send(ISSUE)).isEqualTo(send(COPY));
    assertOneStrike();
  }

  @Test
  void a_description_after_its_copy_is_the_same_message() {
    assertThat(send(COPY)).isEqualTo(send(ISSUE));
    send(COPY);
    send(ISSUE);
    assertOneStrike();
  }

  @Test
  void description_and_copy_at_once_and_three_times_are_the_same_message()
      throws InterruptedException, ExecutionException {
    final List<Callable<String>> all = new ArrayList<>();
    for (int copy = 0; copy < 3; copy++) {
      all.add(() -> send(ISSUE));
      all.add(() -> send(COPY));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      final List<Future<String>> answers = threads.invokeAll(all);
      for (final Future<String> answer : answers) {
        assertThat(answer.get()).contains("\"flag_count\":1");
      }
    }
    assertOneStrike();
  }

  @Test
  void the_same_words_once_more_are_a_message_of_their_own() {
    send(ISSUE);
    send(COPY);
    assertThat(send(COPY.replace("c1", "c2"))).contains("\"flag_count\":2");
    assertThat(tables.count("strike")).isEqualTo(2);
  }

  @Test
  void an_issue_that_is_not_watched_leaves_its_facts_and_no_text() {
    final String bug = ISSUE.replace("Accounting Support", "Bug");
    assertThat(send(bug)).isEqualTo("{\"ignored\":\"not_watched\"}");
    assertThat(send(COPY)).isEqualTo("{\"ignored\":\"not_watched\"}");
    assertThat(tables.count("message_text")).isZero();
    assertThat(tables.strings("select type from site_issue")).containsExactly("Bug");
    assertThat(tables.strings("select cast(site_issue as text) from site_issue").getFirst())
        .doesNotContain("604");
  }

  @Test
  void a_template_may_say_what_type_the_issue_is() {
    final String told = COPY.replace("\"seen\": 0", "\"seen\": 0, \"issue_type\": \"Bug\"");
    assertThat(send(told)).isEqualTo("{\"ignored\":\"not_watched\"}");
    assertThat(send(COPY)).contains("\"flagged\":true");
  }

  @Test
  void whoever_wants_to_hear_of_issues_hears_of_each_and_may_fail() {
    listener.heard.clear();
    send(ISSUE.replace("Accounting Support", "Bug"));
    send(ISSUE.replace("Accounting Support", "Compliance Alert").replace("Open", "Closed"));
    send(COPY);
    assertThat(listener.heard).containsExactly("ISS-1 Bug false", "ISS-1 Compliance Alert true");
  }

  @Test
  void an_alert_is_never_a_thread_even_where_every_type_is_watched() {
    final String alert = ISSUE.replace("Accounting Support", "Compliance Alert");
    assertThat(send(alert)).isEqualTo("{\"ignored\":\"compliance_alert\"}");
    assertThat(send(Documents.comment("x1", "mo@firm.ca", 1, LEAK)))
        .isEqualTo("{\"ignored\":\"compliance_alert\"}");
    assertThat(tables.count("message_event")).isZero();
  }

  @Test
  void an_issue_without_words_only_tells_its_facts() {
    assertThat(send(Documents.issue("ann@mail.ca", "")))
        .isEqualTo("{\"ignored\":\"no_description\"}");
    assertThat(tables.strings("select raised_by from site_issue")).containsExactly("ann@mail.ca");
  }

  @Test
  void an_older_document_that_comes_late_changes_no_fact() {
    send(
        Documents.issue("ann@mail.ca", "2026-03-03 10:00:00.000000", "mo@firm.ca", "hi")
            .replace("\"Open\"", "\"Closed\""));
    send(Documents.issue("ann@mail.ca", "hi"));
    assertThat(tables.strings("select status from site_issue")).containsExactly("Closed");
  }

  @Test
  void whom_an_issue_is_assigned_to_is_the_provider() {
    send(
        ISSUE.replace(
            "\"status\"", "\"_assign\": \"[\\\"Bo@firm.ca\\\", \\\"cy@firm.ca\\\"]\", \"status\""));
    assertThat(tables.strings("select role || ' ' || email from participant order by role"))
        .containsExactly("client ann@mail.ca", "provider bo@firm.ca");
    send(Documents.comment("x1", "bo@firm.ca", 1, "hello"));
    send(Documents.comment("x2", "cy@firm.ca", 1, "hello"));
    assertThat(tables.strings("select sender_role from message_event order by received_at, id"))
        .containsExactly("client", "provider", "provider");
  }

  @Test
  void what_is_no_document_of_a_thread_is_ignored_with_its_reason() {
    assertThat(send("{\"doctype\": \"ToDo\", \"name\": \"t1\"}"))
        .isEqualTo("{\"ignored\":\"other_doctype\"}");
    assertThat(send("{\"doctype\": \"Issue\"}")).isEqualTo("{\"ignored\":\"no_name\"}");
  }

  private void assertOneStrike() {
    assertThat(
            Stream.of("message_event", "strike", "anti_poaching_attempt")
                .map(tables::count)
                .toList())
        .containsOnly(1L);
    assertThat(tables.count("effect")).isEqualTo(2);
  }

  private String send(final String body) {
    return api.send(webhooks.signed(Webhooks.ANY, Webhooks.bytes(body))).body();
  }
}
