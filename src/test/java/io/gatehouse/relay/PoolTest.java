package io.gatehouse.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Person;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Numbers from the pool. */
@GatehouseTest
class PoolTest {

  private static final String CLIENT = "+16045550201";

  private final Pairs pairs;
  private final Routes routes;
  private final Tables tables;

  PoolTest(final Pairs pairs, final Routes routes, final Tables tables) {
    this.pairs = pairs;
    this.routes = routes;
    this.tables = tables;
  }

  @Test
  void as_many_numbers_are_enough_as_one_person_has_conversations() {
    pairs.pool(4);
    for (int client = 0; client < 4; client++) {
      for (int sitter = 0; sitter < 4; sitter++) {
        register(client, sitter);
      }
    }
    assertThat(tables.count("relay_route")).isEqualTo(32);
    assertThat(tables.strings("select distinct count(*) from relay_route group by phone"))
        .containsExactly("4");
  }

  @Test
  void a_side_s_number_means_that_side_s_conversation_alone() {
    pairs.pool(2);
    final Conversation first = register(1, 1);
    final Conversation second = register(1, 2);
    final Conversation third = register(2, 2);
    for (final Conversation one : List.of(first, second, third)) {
      assertThat(found(one, Role.CLIENT)).isEqualTo(new Route(one.id(), Role.CLIENT, false));
      assertThat(found(one, Role.PROVIDER)).isEqualTo(new Route(one.id(), Role.PROVIDER, false));
    }
    assertThat(first.numberOf(Role.CLIENT)).isNotEqualTo(second.numberOf(Role.CLIENT));
    assertThat(second.numberOf(Role.PROVIDER)).isNotEqualTo(third.numberOf(Role.PROVIDER));
  }

  @Test
  void a_pool_that_is_too_small_says_what_to_do_and_leaves_nothing() {
    pairs.pool(1);
    register(1, 1);
    assertThatThrownBy(() -> register(1, 2))
        .asInstanceOf(type(Problem.class))
        .satisfies(
            problem -> {
              assertThat(problem.status()).isEqualTo(409);
              assertThat(problem.code()).isEqualTo("pool_exhausted");
              assertThat(problem.detail())
                  .contains("client", "/api/relay-numbers")
                  .doesNotContain("wait");
              assertThat(problem.members())
                  .containsEntry("missing", 1)
                  .containsEntry("cooling", 0L)
                  .containsEntry("roles", List.of("client"))
                  .doesNotContainKey("free_at");
            });
    assertThat(tables.count("conversation")).isOne();
    tables.run("insert into relay_number values ('default', '" + Pairs.number(5) + "')");
    assertThat(register(1, 2).numberOf(Role.CLIENT)).contains(Pairs.number(5));
  }

  @Test
  void without_any_number_one_is_missing() {
    assertThatThrownBy(() -> register(1, 1))
        .asInstanceOf(type(Problem.class))
        .satisfies(problem -> assertThat(problem.members()).containsEntry("missing", 1));
  }

  @Test
  void registering_again_keeps_the_numbers() {
    pairs.pool(3);
    register(1, 1);
    final Conversation second = register(1, 2);
    assertThat(register(1, 2).session()).isEqualTo(second.session());
    assertThat(tables.count("relay_route")).isEqualTo(4);
  }

  @Test
  void one_phone_cannot_be_both_sides() {
    pairs.pool(2);
    assertThatThrownBy(() -> pairs.register("x", CLIENT, CLIENT))
        .asInstanceOf(type(Problem.class))
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("same_phone"));
  }

  @Test
  void conversations_made_at_the_same_moment_get_different_numbers() throws Exception {
    pairs.pool(8);
    final var numbers = new HashSet<String>();
    for (final Conversation made : atOnce(8, n -> register(1, n))) {
      numbers.add(made.numberOf(Role.CLIENT).orElseThrow());
    }
    assertThat(numbers).hasSize(8);
  }

  /** The two have no row in common but the place itself: one phone is a client's and a sitter's. */
  @Test
  void who_loses_a_place_by_a_hair_s_breadth_gets_the_next_number() throws Exception {
    pairs.pool(2);
    for (int round = 0; round < 10; round++) {
      final String both = "+1604555040" + round;
      final String ref = "round-" + round;
      final String client = "+1604555050" + round;
      final String sitter = "+1604555060" + round;
      final List<Conversation> made =
          atOnce(
              2,
              n ->
                  n == 0
                      ? pairs.register(ref + "a", both, sitter)
                      : pairs.register(ref + "b", client, both));
      assertThat(made.get(0).numberOf(Role.CLIENT))
          .isPresent()
          .isNotEqualTo(made.get(1).numberOf(Role.PROVIDER));
    }
  }

  @Test
  void a_changed_phone_takes_all_its_conversations_along() {
    pairs.pool(2);
    register(1, 1);
    final Conversation second = register(1, 2);
    final String mail = "cleo@example.org";
    pairs.register(
        "1-1",
        new Person(null, mail, phone(1, "2"), null),
        new Person(null, null, phone(1, "3"), null));
    final String moved = "+16045550777";
    pairs.register(
        "1-1", new Person(null, mail, moved, null), new Person(null, null, phone(1, "3"), null));
    final String number = second.numberOf(Role.CLIENT).orElseThrow();
    assertThat(find(number, moved)).isEqualTo(new Route(second.id(), Role.CLIENT, false));
    assertThat(find(number, phone(1, "2"))).isNull();
    assertThat(tables.strings("select distinct phone from relay_route where role = 'client'"))
        .containsExactly(moved);
    assertThat(tables.count("relay_route")).isEqualTo(4);
  }

  @Test
  void who_is_replaced_is_late_from_then_on() {
    pairs.pool(2);
    final Conversation before = register(1, 1);
    final String number = before.numberOf(Role.PROVIDER).orElseThrow();
    final Conversation after = pairs.register("1-1", phone(1, "2"), phone(2, "3"));
    assertThat(find(number, phone(1, "3"))).isEqualTo(new Route(before.id(), Role.PROVIDER, true));
    assertThat(found(after, Role.PROVIDER)).isEqualTo(new Route(before.id(), Role.PROVIDER, false));
    assertThat(after.numberOf(Role.CLIENT)).isEqualTo(before.numberOf(Role.CLIENT));
  }

  private Conversation register(final int client, final int sitter) {
    return pairs.register(client + "-" + sitter, phone(client, "2"), phone(sitter, "3"));
  }

  private static String phone(final int n, final String side) {
    return "+160455" + side + "020" + n;
  }

  private @Nullable Route found(final Conversation conversation, final Role role) {
    final String phone =
        conversation
            .people()
            .all()
            .filter(person -> person.role() == role)
            .map(person -> String.valueOf(person.phone()))
            .findFirst()
            .orElseThrow();
    return find(conversation.numberOf(role).orElseThrow(), phone);
  }

  private @Nullable Route find(final String to, final String from) {
    return routes.find(OrganizationId.DEFAULT, to, from).orElse(null);
  }

  /** Does something on as many threads, none of which begins before all are there. */
  private static List<Conversation> atOnce(final int threads, final IntFunction<Conversation> deed)
      throws Exception {
    final var start = new CyclicBarrier(threads);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      final var all =
          IntStream.range(0, threads)
              .mapToObj(
                  n ->
                      pool.submit(
                          () -> {
                            start.await();
                            return deed.apply(n);
                          }))
              .toList();
      final var made = new ArrayList<Conversation>();
      for (final var one : all) {
        made.add(one.get());
      }
      return made;
    }
  }
}
