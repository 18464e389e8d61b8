package io.gatehouse.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Direction;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Conversation;
import io.gatehouse.conversation.Conversation.People;
import io.gatehouse.conversation.Conversation.Session;
import io.gatehouse.detection.Known;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.message.Origin.Sender;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private static final OrganizationId HERE = OrganizationId.DEFAULT;
  private static final OrganizationId ELSEWHERE = new OrganizationId("elsewhere");

  @Test
  void different_ones_go_together() {
    assertThat(Rounds.of(List.of(in(0, "a"), in(0, "b"), in(1, "c"), in(2, "d"))))
        .containsExactly(List.of(0, 1, 2, 3));
  }

  @Test
  void those_of_one_conversation_follow_each_other() {
    assertThat(Rounds.of(List.of(in(1, "a"), in(2, "b"), in(1, "c"), in(1, "d"), in(2, "e"))))
        .containsExactly(List.of(0, 1), List.of(2, 4), List.of(3));
  }

  @Test
  void those_of_one_name_follow_each_other() {
    assertThat(Rounds.of(List.of(in(1, "a"), in(2, "a"), in(2, "b"))))
        .containsExactly(List.of(0), List.of(1), List.of(2));
  }

  @Test
  void a_name_of_another_organization_is_another() {
    assertThat(Rounds.of(List.of(in(0, "a"), message(ELSEWHERE, 0, "a"))))
        .containsExactly(List.of(0, 1));
  }

  @Test
  void nothing_makes_no_round() {
    assertThat(Rounds.of(List.of())).isEmpty();
  }

  /**
   * @param conversation 0 for none
   */
  private static Incoming in(final int conversation, final String name) {
    return message(HERE, conversation, name);
  }

  private static Incoming message(
      final OrganizationId organization, final int conversation, final String name) {
    return new Incoming(
        new Origin(
            organization,
            Channel.CHAT,
            Direction.INBOUND,
            new Sender(Role.CLIENT, null, "somebody"),
            Map.of()),
        conversation == 0
            ? null
            : new Conversation(
                new UUID(0, conversation),
                organization,
                Channel.CHAT,
                "thread",
                new People(null, null, List.of()),
                Known.NOTHING,
                new Session(null, null, null)),
        new Content("hello", Format.PLAIN),
        Known.NOTHING,
        new NaturalKey("chat", name, null),
        Handling.SCREEN);
  }
}
