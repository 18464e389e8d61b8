package io.gatehouse.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
import io.gatehouse.message.Content;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.policy.Decision;
import io.gatehouse.policy.Step;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatehouseTest
class GatekeeperTest {

  private static final OrganizationId HERE = OrganizationId.DEFAULT;
  private static final String LEAK = "Here's my number: 604-555-0143, give me a call";
  private static final String CLEAN = "Can you help me with GST/HST registration?";

  private final Gatekeeper gatekeeper;
  private final Events events;
  private final Conversations conversations;
  private final Tables tables;
  private final TestClock clock;

  GatekeeperTest(
      final Gatekeeper gatekeeper,
      final Events events,
      final Conversations conversations,
      final Tables tables,
      final TestClock clock) {
    this.gatekeeper = gatekeeper;
    this.events = events;
    this.conversations = conversations;
    this.tables = tables;
    this.clock = clock;
  }

  private Conversation issue;

  @BeforeEach
  void register() {
    issue =
        conversations.register(
            HERE,
            Channel.ERPNEXT,
            "ISS-1",
            new Registration(
                Person.withEmail("client@example.org"),
                Person.withEmail("advisor@example.org"),
                List.of(Person.withEmail("staff@example.org")),
                Known.NOTHING,
                null));
  }

  @Test
  void a_clean_message_leaves_an_event_and_nothing_else_S1_23() {
    final MessageEvent event = screen("m1", CLEAN);

    assertThat(event.verdict().flagged()).isFalse();
    assertThat(event.verdict().flagCount()).isZero();
    assertThat(tables.count("message_event")).isOne();
    assertThat(List.of("anti_poaching_attempt", "conversation_flag", "notice", "strike", "effect"))
        .allSatisfy(table -> assertThat(tables.count(table)).isZero());
  }

  @Test
  void a_leak_leaves_flag_attempt_and_strike_with_its_event() {
    final MessageEvent event = screen("m1", LEAK);

    assertThat(event.verdict().decision()).isInstanceOf(Decision.Warn.class);
    assertThat(event.verdict().flagCount()).isOne();
    assertThat(event.state()).isEqualTo(EventState.VISIBLE);
    assertThat(List.of("message_event", "anti_poaching_attempt", "strike"))
        .allSatisfy(table -> assertThat(tables.count(table)).isOne());
    assertThat(events.find(HERE, event.id())).contains(event);
  }

  @Test
  void a_repeat_is_answered_with_the_first_event_and_not_screened_again() {
    final MessageEvent first = screen("m1", LEAK);
    clock.advance(Duration.ofDays(400));

    assertThat(screen("m1", "anything else")).isEqualTo(first);
    assertThat(tables.count("message_event")).isOne();
  }

  @Test
  void twenty_copies_at_once_make_one_of_everything() throws Exception {
    final List<MessageEvent> answers = atOnce(20, i -> () -> screen("m1", LEAK));

    assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
    assertThat(List.of("message_event", "message_text", "anti_poaching_attempt", "strike"))
        .allSatisfy(table -> assertThat(tables.count(table)).isOne());
  }

  @Test
  void a_key_of_a_payloads_bytes_expires() {
    final var key = new NaturalKey("payload", "abc", Duration.ofHours(48));
    final UUID first = gatekeeper.screen(incoming(client(), key, CLEAN)).id();
    clock.advance(Duration.ofHours(47));
    assertThat(gatekeeper.screen(incoming(client(), key, CLEAN)).id()).isEqualTo(first);
    clock.advance(Duration.ofHours(2));

    assertThat(gatekeeper.screen(incoming(client(), key, CLEAN)).id()).isNotEqualTo(first);
  }

  @Test
  void the_third_flagged_message_escalates_however_many_findings_each_has_B17() {
    assertThat(screen("m1", LEAK + " or 604-555-0144 or 604-555-0145").verdict().decision().step())
        .isEqualTo(Step.WARNING);
    assertThat(screen("m2", LEAK).verdict().decision().step()).isEqualTo(Step.WARNING);
    assertThat(screen("m3", CLEAN).verdict().decision().step()).isEqualTo(Step.NONE);

    final MessageEvent third = screen("m4", LEAK);

    assertThat(third.verdict().decision().step()).isEqualTo(Step.ESCALATION);
    assertThat(third.verdict().flagCount()).isEqualTo(3);
    assertThat(tables.strings("select kind from notice"))
        .containsExactlyInAnyOrder("escalation", "pair_review");
  }

  @Test
  void strikes_outside_the_window_no_longer_count_B18() {
    screen("m1", LEAK);
    screen("m2", LEAK);
    clock.advance(Duration.ofDays(31));

    assertThat(screen("m3", LEAK).verdict().flagCount()).isOne();
  }

  @Test
  void a_pair_is_counted_across_its_conversations_S1_25() {
    screen("m1", LEAK);
    final Conversation second =
        conversations.register(
            HERE,
            Channel.ERPNEXT,
            "ISS-2",
            new Registration(
                Person.withEmail("CLIENT@example.org"),
                Person.withEmail("advisor@example.org"),
                List.of(),
                Known.NOTHING,
                null));
    issue = second;

    assertThat(screen("m2", LEAK).verdict().flagCount()).isEqualTo(2);
  }

  @Test
  void leaks_at_the_same_moment_are_counted_one_after_the_other_B18() throws Exception {
    final List<MessageEvent> leaks = atOnce(8, i -> () -> screen("m" + i, LEAK));

    assertThat(leaks)
        .extracting(leak -> leak.verdict().flagCount())
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void staff_are_never_struck() {
    final MessageEvent event = gatekeeper.screen(incoming(sender(Role.STAFF), key("m1"), LEAK));

    assertThat(event.verdict().flagged()).isFalse();
    assertThat(tables.count("strike")).isZero();
  }

  @Test
  void what_fails_half_way_leaves_nothing_and_may_be_tried_again() {
    final var stumbling =
        new Incoming(
            new Origin(
                HERE,
                Channel.ERPNEXT,
                Direction.INBOUND,
                client(),
                Map.of(StumblingPlanner.STUMBLE, "yes")),
            issue,
            new Content(LEAK, Format.PLAIN),
            Known.NOTHING,
            key("m1"),
            Handling.SCREEN);
    assertThatIllegalStateException().isThrownBy(() -> gatekeeper.screen(stumbling));

    assertThat(List.of("message_event", "message_text", "message_key", "strike"))
        .allSatisfy(table -> assertThat(tables.count(table)).isZero());
    assertThat(screen("m1", LEAK).verdict().flagCount()).isOne();
  }

  @Test
  void spans_survive_text_beyond_the_basic_plane() {
    final MessageEvent event = screen("m1", "\uD83D\uDE00\uD83D\uDE00 call 604-555-0143");

    final MessageEvent found = events.find(HERE, event.id()).orElseThrow();

    assertThat(found.verdict().findings())
        .extracting(finding -> finding.span().in(found.content().text()))
        .contains("604-555-0143");
    assertThat(tables.strings("select flagged_text from conversation_flags"))
        .contains("604-555-0143");
  }

  private MessageEvent screen(final String name, final String text) {
    return gatekeeper.screen(incoming(client(), key(name), text));
  }

  private Incoming incoming(final Sender sender, final NaturalKey key, final String text) {
    return new Incoming(
        new Origin(HERE, Channel.ERPNEXT, Direction.INBOUND, sender, Map.of()),
        issue,
        new Content(text, Format.PLAIN),
        Known.NOTHING,
        key,
        Handling.SCREEN);
  }

  private static NaturalKey key(final String name) {
    return new NaturalKey("communication", name, null);
  }

  private Sender client() {
    return sender(Role.CLIENT);
  }

  private Sender sender(final Role role) {
    final Participant person =
        issue.people().all().filter(one -> one.role() == role).findFirst().orElseThrow();
    return new Sender(role, person.id(), String.valueOf(person.email()));
  }

  private static List<MessageEvent> atOnce(
      final int copies, final IntFunction<Supplier<MessageEvent>> work) throws Exception {
    final var start = new CountDownLatch(1);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      final var running = new ArrayList<Future<MessageEvent>>();
      for (int i = 0; i < copies; i++) {
        final Supplier<MessageEvent> one = work.apply(i);
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  return one.get();
                }));
      }
      start.countDown();
      final var done = new ArrayList<MessageEvent>();
      for (final Future<MessageEvent> one : running) {
        done.add(one.get());
      }
      return done;
    }
  }
}
