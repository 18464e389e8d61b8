package io.gatehouse.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Participant;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.events.Events;
import io.gatehouse.events.Progress;
import io.gatehouse.message.Content;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.message.Verdict;
import io.gatehouse.policy.Step;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first leak in a quote or a signature is told and not counted. */
@GatehouseTest
class SparedTest {

  private static final OrganizationId HERE = OrganizationId.DEFAULT;
  private static final String LEAK = "Here's my number: 604-555-0143, give me a call";
  private static final String SIGNED = "The file is ready.\nKind regards,\nJoe\n604-555-0177";
  private static final String FORGED = "Fine.\n> call me on my mobile 604-555-0188";

  private final Gatekeeper gatekeeper;
  private final Conversations conversations;
  private final Events events;
  private final Progress progress;
  private final Tables tables;
  private final TestClock clock;

  private Conversation issue;
  private int messages;

  SparedTest(
      final Gatekeeper gatekeeper,
      final Conversations conversations,
      final Events events,
      final Progress progress,
      final Tables tables,
      final TestClock clock) {
    this.gatekeeper = gatekeeper;
    this.conversations = conversations;
    this.events = events;
    this.progress = progress;
    this.tables = tables;
    this.clock = clock;
    issue = register("ISS-1", Channel.ERPNEXT);
  }

  @BeforeEach
  void begin() {
    issue = register("ISS-1", Channel.ERPNEXT);
  }

  @Test
  void the_first_is_flagged_and_shown_but_no_strike_S1_22() {
    says(Role.PROVIDER, LEAK);
    final MessageEvent spared = says(Role.PROVIDER, SIGNED);

    assertThat(spared.verdict().flagged()).isTrue();
    assertThat(spared.verdict().spared()).isTrue();
    assertThat(spared.verdict().decision().step()).isEqualTo(Step.WARNING);
    assertThat(spared.verdict().decision().plan().banner()).isTrue();
    assertThat(spared.verdict().decision().plan().alert()).isFalse();
    assertThat(spared.verdict().flagCount()).isOne();
    assertThat(tables.count("strike")).isOne();
    assertThat(tables.count("anti_poaching_attempt")).isEqualTo(2);
    assertThat(events.find(HERE, spared.id()).orElseThrow().verdict())
        .matches(Verdict::spared)
        .extracting(Verdict::flagCount)
        .isEqualTo(1);
    assertThat(tables.strings("select distinct setting from conversation_flag order by setting"))
        .containsExactly("body", "signature");
  }

  @Test
  void the_second_counts_in_every_conversation_of_the_pair() {
    assertThat(says(Role.PROVIDER, SIGNED).verdict().flagCount()).isZero();
    issue = register("ISS-2", Channel.ERPNEXT);

    final MessageEvent second = says(Role.PROVIDER, FORGED);

    assertThat(second.verdict().spared()).isFalse();
    assertThat(second.verdict().flagCount()).isOne();
  }

  @Test
  void a_false_alarm_uses_nothing_up() {
    final MessageEvent first = says(Role.PROVIDER, SIGNED);
    progress.dismissed(first.id(), "false_alarm", "owner", "It is the office's own number.");

    assertThat(says(Role.PROVIDER, FORGED).verdict().spared()).isTrue();
  }

  @Test
  void each_side_is_spared_once() {
    assertThat(says(Role.PROVIDER, SIGNED).verdict().spared()).isTrue();
    assertThat(says(Role.CLIENT, FORGED).verdict().spared()).isTrue();
    assertThat(says(Role.CLIENT, SIGNED).verdict().spared()).isFalse();
  }

  @Test
  void one_finding_in_the_message_itself_counts() {
    final MessageEvent event =
        says(Role.PROVIDER, "Call me at 604-555-0143.\nRegards,\nJoe\n604-555-0177");

    assertThat(event.verdict().spared()).isFalse();
    assertThat(event.verdict().flagCount()).isOne();
  }

  @Test
  void it_does_not_escalate_where_the_next_strike_would() {
    says(Role.PROVIDER, LEAK);
    says(Role.PROVIDER, LEAK);

    assertThat(says(Role.PROVIDER, SIGNED).verdict().decision().step()).isEqualTo(Step.WARNING);
    assertThat(says(Role.PROVIDER, LEAK).verdict().decision().step()).isEqualTo(Step.ESCALATION);
  }

  @Test
  void old_history_that_a_reply_drags_along_is_still_proof() {
    says(Role.CLIENT, LEAK);
    clock.advance(Duration.ofDays(20));

    final MessageEvent reply =
        says(
            Role.PROVIDER,
            "Please stay in the portal.\n\nOn 1 Nov 2025, the client wrote:\n> Here's my number:\n"
                + "> 604-555-0143, give me a call");

    assertThat(reply.verdict().flagged()).isFalse();
  }

  @Test
  void what_was_withheld_cannot_be_sent_by_quoting_it() {
    issue = register("walk-1", Channel.SMS);
    says(Role.CLIENT, LEAK);

    final MessageEvent again = says(Role.CLIENT, "> " + LEAK);

    assertThat(again.verdict().decision().wire()).isEqualTo("block");
    assertThat(again.verdict().spared()).isTrue();
  }

  private Conversation register(final String name, final Channel channel) {
    return conversations.register(
        HERE,
        channel,
        name,
        new Registration(
            Person.withEmail("client@example.org"),
            Person.withEmail("advisor@example.org"),
            List.of(),
            Known.NOTHING,
            null));
  }

  private MessageEvent says(final Role role, final String text) {
    final Participant person =
        issue.people().all().filter(one -> one.role() == role).findFirst().orElseThrow();
    return gatekeeper.screen(
        new Incoming(
            new Origin(
                HERE,
                issue.channel(),
                role == Role.CLIENT ? Direction.INBOUND : Direction.OUTBOUND,
                new Sender(role, person.id(), String.valueOf(person.email())),
                Map.of()),
            issue,
            new Content(text, Format.PLAIN),
            Known.NOTHING,
            new NaturalKey("communication", "m" + messages++, null),
            Handling.SCREEN));
  }
}
