package io.gatehouse.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.detection.Known;
import io.gatehouse.testkit.GatehouseTest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@GatehouseTest
class ConversationsTest {

  private static final OrganizationId HERE = OrganizationId.DEFAULT;
  private static final Person JANE = new Person("Jane", "Jane@Example.org", "604 555 0143", "en");
  private static final Person ADVISOR = Person.withEmail("advisor@example.org");

  private final Conversations conversations;

  ConversationsTest(final Conversations conversations) {
    this.conversations = conversations;
  }

  @Test
  void a_registered_conversation_is_found_with_its_people_in_one_form() {
    register("ISS-1", JANE, ADVISOR);

    final Conversation found = find("ISS-1");

    assertThat(found.people().client())
        .extracting("email", "phone")
        .containsExactly("jane@example.org", "+16045550143");
    assertThat(found.byEmail("JANE@example.org")).map(Participant::role).contains(Role.CLIENT);
    assertThat(found.otherSide(Role.CLIENT)).map(Participant::email).contains(ADVISOR.email());
  }

  @Test
  void registering_again_replaces_people_and_contacts() {
    final var allow =
        new Known(Set.of("Info@Shop.ca"), Set.of("+1 604-555-0199"), Set.of(), Set.of());
    conversations.register(
        HERE,
        Channel.ERPNEXT,
        "ISS-1",
        new Registration(JANE, ADVISOR, List.of(Person.withEmail("staff@x.org")), allow, null));
    assertThat(find("ISS-1").known().emails()).containsExactly("info@shop.ca");
    assertThat(find("ISS-1").known().phones()).containsExactly("+16045550199");

    register("ISS-1", JANE, Person.withEmail("second@example.org"));

    assertThat(find("ISS-1").known()).isEqualTo(Known.NOTHING);
    assertThat(find("ISS-1").people().staff()).isEmpty();
    assertThat(find("ISS-1").otherSide(Role.CLIENT))
        .map(Participant::email)
        .contains("second@example.org");
  }

  @Test
  void a_payload_fills_what_is_empty_and_replaces_nothing_B23() {
    register("ISS-1", JANE, null);

    conversations.learn(HERE, Channel.ERPNEXT, "ISS-1", payload("other@example.org", "a@b.org"));

    assertThat(find("ISS-1").people().client()).extracting("email").isEqualTo("jane@example.org");
    assertThat(find("ISS-1").people().provider()).extracting("email").isEqualTo("a@b.org");
  }

  @Test
  void a_payload_makes_an_unknown_conversation_and_leaves_out_what_it_cannot_read() {
    final Conversation made =
        conversations.learn(
            HERE, Channel.ERPNEXT, "ISS-9", payload("c@example.org", "not an address"));

    assertThat(made.people().client()).extracting("email").isEqualTo("c@example.org");
    assertThat(made.people().provider()).isNull();
  }

  @Test
  void payloads_that_arrive_together_make_one_conversation() throws Exception {
    final var start = new CountDownLatch(1);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      final var made =
          IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            start.await();
                            return conversations.learn(
                                HERE, Channel.ERPNEXT, "ISS-5", payload("c@x.org", "p@x.org"));
                          }))
              .toList();
      start.countDown();
      for (final var one : made) {
        assertThat(one.get()).isEqualTo(made.getFirst().get());
      }
    }
  }

  @Test
  void an_address_nobody_can_read_is_refused_by_its_name() {
    assertThatThrownBy(() -> register("ISS-1", Person.withEmail("jane"), null))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("email"));
  }

  @Test
  void an_email_and_a_phone_of_two_people_are_refused() {
    register("ISS-1", Person.withEmail("one@x.org"), null);
    register("ISS-2", new Person(null, null, "+16045550111", null), null);

    assertThatThrownBy(
            () -> register("ISS-3", new Person(null, "one@x.org", "+16045550111", null), null))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(409));
  }

  private void register(final String ref, final Person client, final @Nullable Person provider) {
    conversations.register(
        HERE,
        Channel.ERPNEXT,
        ref,
        new Registration(client, provider, List.of(), Known.NOTHING, null));
  }

  private static Registration payload(final String client, final String provider) {
    return new Registration(
        Person.withEmail(client), Person.withEmail(provider), List.of(), Known.NOTHING, null);
  }

  private Conversation find(final String ref) {
    return conversations.find(HERE, Channel.ERPNEXT, ref).orElseThrow();
  }
}
