package io.gatehouse.gate;

import static io.gatehouse.gate.Talk.CLEAN;
import static io.gatehouse.gate.Talk.LEAK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.message.Content;
import io.gatehouse.message.EventState;
import io.gatehouse.message.Handling;
import io.gatehouse.message.Incoming;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.message.NaturalKey;
import io.gatehouse.message.Origin;
import io.gatehouse.message.Origin.Sender;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many messages handed over at once. */
@GatehouseTest
class TogetherTest {

  private static final OrganizationId HERE = OrganizationId.DEFAULT;

  private final Gatekeeper gatekeeper;
  private final Conversations conversations;
  private final Overhearing witness;
  private final Tables tables;
  private final TestClock clock;

  TogetherTest(
      final Gatekeeper gatekeeper,
      final Conversations conversations,
      final Overhearing witness,
      final Tables tables,
      final TestClock clock) {
    this.gatekeeper = gatekeeper;
    this.conversations = conversations;
    this.witness = witness;
    this.tables = tables;
    this.clock = clock;
  }

  @Test
  void clean_messages_of_different_conversations_share_one_transaction_S3_21() {
    final List<MessageEvent> events =
        gatekeeper.screen(
            IntStream.range(0, 5).mapToObj(n -> message(thread("t" + n), "m" + n, CLEAN)).toList());

    assertThat(events).extracting(MessageEvent::state).containsOnly(EventState.SENT);
    assertThat(events).extracting(MessageEvent::id).isSorted();
    assertThat(tables.one("select count(distinct xmin::text) from message_event")).isEqualTo("1");
    assertThat(tables.strings("select key from message_key order by event_id"))
        .containsExactly("m0", "m1", "m2", "m3", "m4");
    assertThat(tables.strings("select text from message_text")).containsOnly(CLEAN).hasSize(5);
  }

  @Test
  void each_is_answered_as_it_would_be_by_itself() {
    final MessageEvent known = gatekeeper.screen(message(thread("t0"), "m0", CLEAN));
    suspend(thread("t3"));

    final List<MessageEvent> events =
        gatekeeper.screen(
            List.of(
                message(thread("t0"), "m0", "asked again"),
                message(thread("t1"), "m1", LEAK),
                message(null, "m2", CLEAN),
                message(thread("t3"), "m3", CLEAN),
                message(thread("t4"), "m4", CLEAN),
                message(thread("t5"), "m4", "the same name")));

    assertThat(events.get(0)).isEqualTo(known);
    assertThat(events.get(1).state()).isEqualTo(EventState.WITHHELD);
    assertThat(events.get(1).verdict().flagCount()).isOne();
    assertThat(events.get(2).conversation()).isNull();
    assertThat(events.get(3).handling()).isEqualTo(Handling.HOLD);
    assertThat(events.get(4).state()).isEqualTo(EventState.SENT);
    assertThat(events.get(5)).isEqualTo(events.get(4));
    assertThat(tables.strings("select text from message_text")).doesNotContain("the same name");
  }

  @Test
  void the_second_of_a_conversation_is_judged_by_the_first() {
    final Conversation thread = thread("t");

    final List<MessageEvent> events =
        gatekeeper.screen(
            List.of(
                message(thread, "m0", "my number starts with 604 555"),
                message(thread("u"), "m1", CLEAN),
                message(thread, "m2", "and ends with 0143, call me")));

    assertThat(events.get(2).verdict().flagged()).isTrue();
    assertThat(events.get(2).id()).isGreaterThan(events.get(0).id());
  }

  @Test
  void a_message_that_cannot_be_recorded_keeps_no_other_from_it() {
    final List<Incoming> messages =
        List.of(
            message(thread("t0"), "m0", CLEAN),
            message(thread("t1"), "m1", CLEAN + "\0"),
            message(thread("t2"), "m2", LEAK));
    assertThatThrownBy(() -> gatekeeper.screen(messages)).isNotInstanceOf(Problem.class);

    assertThat(tables.strings("select key from message_key order by key"))
        .containsExactly("m0", "m2");
    assertThat(tables.count("strike")).isOne();
    assertThat(gatekeeper.screen(messages.getFirst()).id().toString())
        .isEqualTo(tables.one("select event_id from message_key where key = 'm0'"));
  }

  @Test
  void nothing_of_a_message_stays_whose_consequences_fail() {
    final Incoming stumbling =
        message(thread("t1"), "m1", CLEAN, Map.of(StumblingPlanner.STUMBLE, "yes"));

    assertThatIllegalStateException()
        .isThrownBy(
            () -> gatekeeper.screen(List.of(message(thread("t0"), "m0", CLEAN), stumbling)));

    assertThat(tables.strings("select key from message_key")).containsExactly("m0");
    assertThat(tables.count("message_event")).isOne();
  }

  @Test
  void a_witness_hears_of_each_once_and_may_fail() {
    final List<Incoming> messages =
        List.of(
            message(thread("t0"), "m0", CLEAN),
            message(thread("t1"), "m1", CLEAN, Map.of(Overhearing.FAIL, "yes")),
            message(thread("t2"), "m2", LEAK));

    final List<MessageEvent> events = gatekeeper.screen(messages);
    assertThat(gatekeeper.screen(messages)).isEqualTo(events);

    assertThat(witness.heard()).containsOnlyOnce(events.get(0).id(), events.get(2).id());
    assertThat(witness.heard()).doesNotContain(events.get(1).id());
  }

  @Test
  void batches_at_once_neither_wait_in_a_circle_nor_record_twice() throws Exception {
    final List<Incoming> messages =
        IntStream.range(0, 30)
            .mapToObj(n -> message(thread("t" + n % 12), "m" + n, n % 10 == 9 ? LEAK : CLEAN))
            .toList();
    final List<Future<List<MessageEvent>>> running = new ArrayList<>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int seed = 0; seed < 6; seed++) {
        final List<Incoming> order = new ArrayList<>(messages);
        Collections.shuffle(order, new Random(seed));
        running.add(pool.submit(() -> gatekeeper.screen(order)));
      }
      for (final Future<List<MessageEvent>> batch : running) {
        assertThat(batch.get()).hasSize(30);
      }
    }
    assertThat(tables.count("message_event")).isEqualTo(30);
    assertThat(tables.count("strike")).isEqualTo(3);
    assertThat(tables.count("message_key")).isEqualTo(30);
  }

  @Test
  void a_long_text_is_kept_whole_and_says_that_its_end_was_not_read_B43() {
    final String text = "word ".repeat(2_500) + LEAK;

    final Incoming message = message(thread("t"), "m", text);
    final MessageEvent event = gatekeeper.screen(message);

    assertThat(event.verdict().truncated()).isTrue();
    assertThat(event.verdict().flagged()).isFalse();
    assertThat(gatekeeper.screen(message)).isEqualTo(event);
    assertThat(tables.one("select text from message_text")).isEqualTo(text);
  }

  @Test
  void a_preview_is_judged_alike_and_leaves_nothing() {
    final Conversation thread = thread("t");

    final MessageEvent leak = gatekeeper.preview(message(thread, "m0", LEAK), List.of());
    final MessageEvent clean = gatekeeper.preview(message(thread, "m1", CLEAN), List.of());

    assertThat(leak.state()).isEqualTo(EventState.WITHHELD);
    assertThat(leak.verdict().flagged()).isTrue();
    assertThat(clean.state()).isEqualTo(EventState.SENT);
    assertThat(List.of("message_event", "message_key", "pair", "effect", "notice"))
        .allSatisfy(table -> assertThat(tables.count(table)).isZero());
  }

  private void suspend(final Conversation conversation) {
    gatekeeper.screen(message(conversation, "before", LEAK));
    tables.run(
        """
        insert into pair_standing (pair_id, organization_id, suspended_since, suspended_until,
          changed_at, changed_by)
        select id, organization_id, '2026-03-01', '2026-04-01', '2026-03-01', 'owner' from pair
        """);
    clock.advance(Duration.ofMinutes(1));
  }

  private Conversation thread(final String name) {
    return conversations.register(
        HERE,
        Channel.CHAT,
        name,
        new Registration(
            Person.withEmail(name + "@client.ca"),
            Person.withEmail(name + "@firm.ca"),
            List.of(),
            Known.NOTHING,
            null));
  }

  private static Incoming message(
      final @Nullable Conversation thread, final String name, final String text) {
    return message(thread, name, text, Map.of());
  }

  private static Incoming message(
      final @Nullable Conversation thread,
      final String name,
      final String text,
      final Map<String, String> envelope) {
    return new Incoming(
        new Origin(
            HERE,
            Channel.CHAT,
            Direction.INBOUND,
            new Sender(Role.CLIENT, null, "somebody"),
            envelope),
        thread,
        new Content(text, Format.PLAIN),
        Known.NOTHING,
        new NaturalKey("chat", name, null),
        Handling.SCREEN);
  }
}
