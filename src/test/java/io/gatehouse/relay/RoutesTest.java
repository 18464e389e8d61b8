package io.gatehouse.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.testkit.GatehouseTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@GatehouseTest
class RoutesTest {

  private static final String RELAY = "+16045550100";
  private static final String OTHER_RELAY = "+16045550101";
  private static final String CLIENT = "+16045550111";
  private static final String SITTER = "+16045550122";

  private final Routes routes;
  private final Conversations conversations;

  RoutesTest(final Routes routes, final Conversations conversations) {
    this.routes = routes;
    this.conversations = conversations;
  }

  @Test
  void both_sides_are_routed_by_the_number_they_write_to() {
    final UUID id = register("booking-1", CLIENT, SITTER, RELAY).id();
    assertThat(find(RELAY, CLIENT)).isEqualTo(new Route(id, Role.CLIENT, false));
    assertThat(find(RELAY, SITTER)).isEqualTo(new Route(id, Role.PROVIDER, false));
    assertThat(find(OTHER_RELAY, CLIENT)).isNull();
    assertThat(find(RELAY, "+16045550199")).isNull();
    assertThat(routes.find(new OrganizationId("other"), RELAY, CLIENT)).isEmpty();
  }

  @Test
  void a_phone_talks_by_one_number_in_one_conversation_only() {
    final UUID first = register("booking-1", CLIENT, SITTER, RELAY).id();
    assertThatThrownBy(() -> register("booking-2", CLIENT, "+16045550133", RELAY))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(409);
              assertThat(problem.code()).isEqualTo("relay_number_taken");
              assertThat(problem.members()).containsEntry("role", "client");
              assertThat(problem.detail()).doesNotContain(CLIENT);
            });
    assertThat(find(RELAY, CLIENT)).isEqualTo(new Route(first, Role.CLIENT, false));
    assertThat(find(RELAY, "+16045550133")).isNull();
    register("booking-2", CLIENT, "+16045550133", OTHER_RELAY);
    register("booking-3", "+16045550144", "+16045550155", RELAY);
  }

  @Test
  void registering_again_moves_the_routes_and_what_comes_by_the_old_number_is_late() {
    register("booking-1", CLIENT, SITTER, RELAY);
    final UUID id = register("booking-1", CLIENT, SITTER, OTHER_RELAY).id();
    assertThat(find(RELAY, CLIENT)).isEqualTo(new Route(id, Role.CLIENT, true));
    assertThat(find(OTHER_RELAY, CLIENT)).isEqualTo(new Route(id, Role.CLIENT, false));
    register("booking-1", CLIENT, SITTER, null);
    assertThat(find(OTHER_RELAY, CLIENT)).isEqualTo(new Route(id, Role.CLIENT, false));
  }

  @Test
  void a_person_s_phone_is_no_relay_number() {
    assertThatThrownBy(() -> register("booking-1", RELAY, SITTER, RELAY))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo("phone_is_a_relay_number"));
  }

  @Test
  void what_comes_from_a_relay_number_is_never_routed() {
    register("booking-1", CLIENT, SITTER, RELAY);
    register("booking-2", "+16045550144", "+16045550155", CLIENT);
    assertThat(find(RELAY, CLIENT)).isNull();
  }

  @Test
  void of_simultaneous_registrations_one_gets_the_place() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      final var all = IntStream.range(0, 8).mapToObj(this::registering).toList();
      long stood = 0;
      for (final var one : threads.invokeAll(all)) {
        stood += one.get() ? 1 : 0;
      }
      assertThat(stood).isEqualTo(1);
    }
  }

  private Callable<Boolean> registering(final int n) {
    return () -> {
      try {
        register("booking-" + n, CLIENT, "+1604555020" + n, RELAY);
        return true;
      } catch (final Problem taken) {
        return false;
      }
    };
  }

  private @Nullable Route find(final String to, final String from) {
    return routes.find(OrganizationId.DEFAULT, to, from).orElse(null);
  }

  private Conversation register(
      final String ref, final String client, final String provider, final @Nullable String relay) {
    return conversations.register(
        OrganizationId.DEFAULT,
        Channel.SMS,
        ref,
        new Registration(
            new Person(null, null, client, null),
            new Person(null, null, provider, null),
            List.of(),
            Known.NOTHING,
            relay));
  }
}
