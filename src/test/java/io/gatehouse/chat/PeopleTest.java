package io.gatehouse.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversations;
import io.gatehouse.gate.Talk;
import io.gatehouse.message.MessageEvent;
import io.gatehouse.policy.Decision;
import io.gatehouse.policy.Step;
import io.gatehouse.testkit.Api;
import io.gatehouse.testkit.GatehouseTest;
import io.gatehouse.testkit.Keys;
import io.gatehouse.testkit.Tables;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who wrote a chat message, and with whom they are one person. */
@GatehouseTest
class PeopleTest {

  private static final String ANN_AND_BOB =
      """
      {"channel":"chat","client":{"name":"Ann","email":"ann@mail.ca","user_id":"u-ann"},
       "provider":{"name":"Bob","email":"bob@firm.ca","user_id":"u-bob"},
       "staff":[{"name":"Sue","user_id":"u-sue"}]}
      """;

  private final Chat chat;
  private final Talk talk;
  private final Conversations conversations;
  private final Api api;
  private final Keys keys;
  private final Tables tables;
  private String owner = "";

  PeopleTest(
      final Chat chat,
      final Talk talk,
      final Conversations conversations,
      final Api api,
      final Keys keys,
      final Tables tables) {
    this.chat = chat;
    this.talk = talk;
    this.conversations = conversations;
    this.api = api;
    this.keys = keys;
    this.tables = tables;
  }

  @BeforeEach
  void issueKey() {
    owner = keys.with(Caller.OWNER);
  }

  @Test
  void registered_users_are_shown_and_write_from_their_seats_whatever_is_said_B23() {
    assertThat(register("t1", ANN_AND_BOB).statusCode()).isEqualTo(200);

    final String shown = api.get("/api/conversations/t1?channel=chat", owner).body();

    assertThat(shown).contains("\"user_id\":\"u-ann\"", "\"user_id\":\"u-sue\"");
    assertThat(role(Chat.asked("t1", "u-ann", Chat.CLEAN))).isEqualTo(Role.CLIENT);
    assertThat(role(Chat.as(Role.STAFF, Chat.asked("t1", "u-ann", Chat.CLEAN))))
        .isEqualTo(Role.CLIENT);
    assertThat(role(Chat.asked("t1", "u-bob", Chat.CLEAN))).isEqualTo(Role.PROVIDER);
    assertThat(chat.says("t1", "u-sue", Chat.LEAK).verdict().flagged()).isFalse();
    assertThat(tables.count("participant")).isEqualTo(3);
  }

  @Test
  void an_unknown_thread_seats_who_writes_first_and_who_answers() {
    assertThat(role(Chat.asked("t1", "u1", Chat.CLEAN))).isEqualTo(Role.CLIENT);
    assertThat(role(Chat.asked("t1", "u2", Chat.CLEAN))).isEqualTo(Role.PROVIDER);
    assertThat(role(Chat.asked("t1", "u3", Chat.CLEAN))).isEqualTo(Role.CLIENT);
    assertThat(role(Chat.asked("t1", "u2", Chat.CLEAN))).isEqualTo(Role.PROVIDER);

    assertThat(seats("t1")).isEqualTo("u1 u2");
    assertThat(tables.count("participant")).isEqualTo(2);
    assertThat(tables.strings("select count(*) from message_event where sender_id is null"))
        .containsExactly("1");
  }

  @Test
  void two_who_write_first_at_the_same_moment_get_a_seat_each() throws Exception {
    for (int round = 0; round < 5; round++) {
      final String thread = "race-" + round;
      final var start = new CountDownLatch(1);
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        for (final String user : List.of(thread + "-a", thread + "-b", thread + "-a")) {
          pool.submit(
              () -> {
                start.await();
                return chat.says(thread, user, Chat.CLEAN);
              });
        }
        start.countDown();
      }

      assertThat(List.of(seats(thread).split(" ")))
          .containsExactlyInAnyOrder(thread + "-a", thread + "-b");
    }
    assertThat(tables.count("message_event")).isEqualTo(15);
  }

  @Test
  void the_applications_word_and_what_is_known_elsewhere_come_before_the_order_of_writing() {
    assertThat(role(Chat.as(Role.PROVIDER, Chat.asked("t1", "u-bob", Chat.CLEAN))))
        .isEqualTo(Role.PROVIDER);
    assertThat(role(Chat.as(Role.STAFF, Chat.asked("t1", "u-sue", Chat.CLEAN))))
        .isEqualTo(Role.STAFF);
    assertThat(role(Chat.asked("t1", "u-ann", Chat.CLEAN))).isEqualTo(Role.CLIENT);

    assertThat(role(Chat.asked("t2", "u-bob", Chat.CLEAN))).isEqualTo(Role.PROVIDER);
    assertThat(seats("t1")).isEqualTo("u-ann u-bob");
    assertThat(tables.count("participant")).isEqualTo(2);
  }

  @Test
  void a_pair_is_counted_over_sms_and_chat_S1_25() {
    register("t1", ANN_AND_BOB);
    talk.says(talk.walk("walk-1"), Talk.LEAK);
    chat.says("t1", "u-ann", Chat.LEAK);

    final MessageEvent third = chat.says("t1", "u-bob", Chat.LEAK);

    assertThat(third.verdict().flagCount()).isEqualTo(3);
    assertThat(third.verdict().decision().step()).isEqualTo(Step.ESCALATION);
    assertThat(tables.count("pair")).isOne();
  }

  @Test
  void strikes_of_users_are_theirs_when_they_turn_out_to_be_known_by_address() {
    talk.says(talk.walk("walk-1"), Talk.LEAK);
    chat.says("t1", "u-ann", Chat.LEAK);
    chat.says("t1", "u-bob", Chat.CLEAN);
    chat.says("t2", "u-ann", Chat.CLEAN);

    assertThat(register("t1", ANN_AND_BOB).statusCode()).isEqualTo(200);

    assertThat(chat.says("t1", "u-bob", Chat.LEAK).verdict().flagCount()).isEqualTo(2);
    assertThat(seats("t2")).isEqualTo("u-ann ");
    assertThat(tables.strings("select count(*) from participant where external_id is not null"))
        .containsExactly("3");
  }

  @Test
  void a_pair_that_wrote_before_it_was_known_keeps_its_strikes() {
    talk.says(talk.walk("walk-1"), Talk.LEAK);
    chat.says("t1", "u-ann", Chat.CLEAN);
    chat.says("t1", "u-bob", Chat.LEAK);

    register("t1", ANN_AND_BOB);

    assertThat(chat.says("t1", "u-bob", Chat.LEAK).verdict().flagCount()).isEqualTo(3);
    assertThat(talk.says(talk.walk("walk-1"), Talk.LEAK).verdict().flagCount()).isEqualTo(4);
  }

  @Test
  void two_people_with_addresses_of_their_own_do_not_become_one() {
    register("t1", ANN_AND_BOB);

    final HttpResponse<String> refused =
        register(
            "t2",
            "{\"channel\":\"chat\",\"client\":{\"email\":\"eve@mail.ca\",\"user_id\":\"u-eve\"}}");
    final HttpResponse<String> mixed =
        register(
            "t3",
            "{\"channel\":\"chat\",\"client\":{\"email\":\"eve@mail.ca\",\"user_id\":\"u-ann\"}}");

    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(mixed.statusCode()).isEqualTo(409);
    assertThat(mixed.body()).contains("two_participants").doesNotContain("eve@mail.ca");
  }

  @Test
  void known_contacts_of_a_chat_are_no_leak_and_a_closed_one_is_judged_all_the_same() {
    register(
        "t1",
        "{\"channel\":\"chat\",\"client\":{\"user_id\":\"u1\"},"
            + "\"allow\":{\"phones\":[\"604 555 0143\"]}}");
    assertThat(chat.says("t1", "u1", Chat.LEAK).verdict().flagged()).isFalse();

    api.post("/api/conversations/t1/close?channel=chat", owner, "{}");

    assertThat(chat.says("t1", "u1", "call me on 604-555-0188 tonight").verdict().decision())
        .isInstanceOf(Decision.Block.class);
  }

  private Role role(final Asked asked) {
    return chat.says(asked).origin().sender().role();
  }

  private HttpResponse<String> register(final String thread, final String body) {
    return api.json("PUT", "/api/conversations/" + thread, owner, body);
  }

  private String seats(final String thread) {
    final var people =
        conversations.find(OrganizationId.DEFAULT, Channel.CHAT, thread).orElseThrow().people();
    return (people.client() == null ? "" : people.client().userId())
        + " "
        + (people.provider() == null ? "" : people.provider().userId());
  }
}
