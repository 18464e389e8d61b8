package io.gatehouse.intercept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.frames.RequestReader;
import io.gatehouse.frames.Results;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One connection on a wire and before a judge that a test drives by hand. */
@GatehouseTest
class ConnectionTest {

  private static final Caller CALLER =
      new Caller(OrganizationId.DEFAULT, new UUID(0, 1), "portal", Set.of(Caller.SENDER));

  private static final InterceptSettings SETTINGS = new InterceptSettings(4, 65_536, 9, 9, 9);
  private static final InterceptSettings.Rates RATES =
      new InterceptSettings.Rates(10, 20, 1_000, 2_000, 5, 10);

  private final FakeWire wire = new FakeWire();
  private final FakeJudge judge = new FakeJudge();
  private final TestClock clock;
  private final Connection connection;

  ConnectionTest(final Results results, final TestClock clock) {
    this.clock = clock;
    final var desk =
        new Connection.Desk(
            new RequestReader(clock),
            new Answering(judge, results, Runnable::run),
            new RateLimits(RATES, clock),
            SETTINGS);
    this.connection = new Connection(CALLER, wire, desk);
  }

  private void receive(final String frame) {
    connection.receive(frame.getBytes(UTF_8));
  }

  private void ask(final String id, final String thread) {
    receive(Frames.intercept(id, thread, "hello"));
  }

  /** The names of the requests that were answered, in order, with what kind of answer. */
  private List<String> answered() {
    wire.run();
    return wire.sent.stream()
        .map(
            frame ->
                frame.replaceFirst(
                    "(?s).*\"type\":\"([a-z_]+)\".*?\"request_id\":\"([^\"]*)\".*", "$2 $1"))
        .map(text -> text.replace("intercept_result", "ok").replace("preview_result", "seen"))
        .toList();
  }

  @Test
  void answers_of_one_thread_come_in_the_order_of_asking_b46() {
    ask("a1", "a");
    ask("a2", "a");
    ask("b1", "b");
    ask("a3", "a");
    judge.pass("a3");
    judge.pass("b1");
    assertThat(answered()).containsExactly("b1 ok");
    judge.pass("a1");
    assertThat(answered()).containsExactly("b1 ok", "a1 ok");
    judge.pass("a2");
    assertThat(answered()).containsExactly("b1 ok", "a1 ok", "a2 ok", "a3 ok");
  }

  @Test
  void reading_stops_while_too_many_are_unanswered_and_goes_on_after() {
    IntStream.rangeClosed(1, 6).forEach(i -> ask("m" + i, "t" + i));
    assertThat(wire.reading).isFalse();
    assertThat(judge.asked).hasSize(4);
    judge.pass("m1");
    wire.run();
    assertThat(judge.asked).hasSize(5);
    assertThat(wire.reading).isFalse();
    IntStream.rangeClosed(2, 5).forEach(i -> judge.pass("m" + i));
    wire.run();
    assertThat(wire.reading).isTrue();
    judge.pass("m6");
    assertThat(answered()).hasSize(6);
  }

  @Test
  void a_mistake_of_ours_is_an_error_and_the_next_is_answered_s3_20() {
    ask("m1", "t");
    ask("refuse", "t");
    ask("m2", "t");
    judge.fail("m1");
    judge.pass("m2");
    assertThat(answered()).containsExactly("m1 error", "refuse error", "m2 ok");
    assertThat(wire.sent.getFirst()).contains("processing_error").doesNotContain("mistake");
    assertThat(wire.closed).isEmpty();
  }

  @Test
  void honest_bursts_pass_and_a_flood_is_told_when_to_come_back() {
    IntStream.rangeClosed(1, 20).forEach(i -> receive("{\"type\":\"ping\",\"request_id\":\"p\"}"));
    assertThat(answered()).hasSize(20).containsOnly("p pong");
    ask("late", "t");
    assertThat(answered().getLast()).isEqualTo("late error");
    assertThat(wire.sent.getLast()).contains("\"code\":\"rate_limited\"", "\"retry_after_ms\":100");
    clock.advance(Duration.ofMillis(100));
    ask("again", "t");
    judge.pass("again");
    assertThat(answered().getLast()).isEqualTo("again ok");
  }

  @Test
  void too_many_are_refused_in_the_order_of_their_thread() {
    ask("m1", "t");
    IntStream.rangeClosed(1, 19).forEach(i -> receive("{\"type\":\"ping\",\"request_id\":\"p\"}"));
    ask("m2", "t");
    assertThat(answered()).hasSize(19).doesNotContain("m2 error");
    judge.pass("m1");
    assertThat(answered()).endsWith("m1 ok", "m2 error");
  }

  @Test
  void a_flood_of_parked_requests_does_not_pile_up_calls() {
    IntStream.rangeClosed(1, 5_000).forEach(i -> ask("m" + i, "t"));
    IntStream.rangeClosed(1, 20)
        .forEach(
            i -> {
              judge.pass("m" + i);
              wire.run();
            });
    assertThat(answered()).hasSize(5_000);
    assertThat(wire.sent).filteredOn(frame -> frame.contains("rate_limited")).hasSize(4_980);
  }

  @Test
  void a_peer_that_reads_no_answers_is_closed_before_they_fill_the_memory() {
    wire.peerReads = false;
    for (int i = 0; wire.closed.isEmpty(); i++) {
      clock.advance(Duration.ofSeconds(1));
      ask("m" + i, "t");
      judge.pass("m" + i);
      wire.run();
    }
    assertThat(wire.closed).containsExactly(4413);
    assertThat(wire.unread()).isBetween(65_536L, 66_536L);
    ask("more", "t");
    assertThat(wire.unread()).isLessThan(66_536L);
  }

  @Test
  void a_peer_that_leaves_two_pings_unanswered_is_closed() {
    connection.beat();
    connection.beat();
    connection.heard();
    connection.beat();
    connection.beat();
    assertThat(wire.pings).isEqualTo(4);
    assertThat(wire.closed).isEmpty();
    connection.beat();
    assertThat(wire.closed).containsExactly(4408);
  }

  @Test
  void a_peer_that_is_not_read_need_not_answer_pings() {
    IntStream.rangeClosed(1, 4).forEach(i -> ask("m" + i, "t" + i));
    IntStream.rangeClosed(1, 9).forEach(i -> connection.beat());
    assertThat(wire.closed).isEmpty();
  }

  @Test
  void only_the_newest_preview_is_answered() {
    receive(Frames.preview("p1", "t", "h"));
    receive(Frames.preview("p2", "t", "he"));
    receive(Frames.preview("q1", "u", "x"));
    receive(Frames.preview("p3", "t", "hel"));
    assertThat(judge.asked).containsOnlyKeys("h", "x");
    assertThat(wire.sent)
        .hasSize(2)
        .first()
        .isEqualTo("{\"type\":\"preview_result\",\"request_id\":\"p1\",\"superseded\":true}");
    judge.pass("h");
    wire.run();
    assertThat(judge.asked).containsOnlyKeys("h", "x", "hel");
    judge.pass("hel");
    judge.pass("x");
    assertThat(answered()).containsExactly("p1 seen", "p2 seen", "p3 seen", "q1 seen");
    assertThat(wire.sent.get(2)).contains("\"recorded\":false").doesNotContain("superseded");
  }
}
