package io.gatehouse.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.conversation.Person;
import io.gatehouse.conversation.Registration;
import io.gatehouse.detection.Known;
import io.gatehouse.message.EventState;
import io.gatehouse.message.MessageEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class AllowanceTest extends OverridesTest {

  private static final String WHY = "{\"reason\":\"the vet's own number\"}";

  @Test
  void a_contact_is_allowed_for_the_pair_in_all_its_conversations_from_the_next_message_on() {
    final UUID event = says(LEAK).id();

    final var answer = order(event, "allow", WHY);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("[{\"class\":\"phone_number\",\"value\":\"+16045550143\"}]");
    assertThat(says("The vet is at 604.555.0143 again").state()).isEqualTo(EventState.QUEUED);
    assertThat(says(conversation("walk-2", Channel.CHAT, null), LEAK).verdict().flagged())
        .isFalse();
    assertThat(says("Or try 604-555-0199").state()).isEqualTo(EventState.WITHHELD);
    assertThat(shown(event)).contains("\"state\":\"withheld\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "call me at six oh four five five five oh one four three | +16045550143 | 604 555 0143 it is",
        "write to c l e o (at) example (dot) org | cleo@example.org | cleo@example.org is better",
        "see https://www.vet-booking.com/cleo?x=1 | www.vet-booking.com | www.vet-booking.com/sam"
      })
  void a_disguised_contact_is_allowed_as_what_it_is(
      final String disguised, final String value, final String plain) {
    final UUID event = says(disguised).id();

    assertThat(order(event, "allow", WHY).body()).contains("\"value\":\"" + value + "\"");
    assertThat(says(plain).verdict().findings()).isEmpty();
  }

  @Test
  void an_address_split_over_messages_is_allowed_whole() {
    says("my mail is cleo.miller at");
    final var second = says("gmail dot com");
    assertThat(second.state()).isEqualTo(EventState.WITHHELD);

    assertThat(order(second.id(), "allow", WHY).body()).contains("cleo.miller@gmail.com");
  }

  @Test
  void only_the_chosen_findings_are_allowed() {
    final MessageEvent said = says("call 604-555-0143 or mail cleo@example.org");
    final UUID event = said.id();
    final String type = said.verdict().findings().getFirst().type().wire();

    final String body = order(event, "allow", "{\"reason\":\"only one\",\"findings\":[0]}").body();

    assertThat(body).contains("\"class\":\"" + type + "\"");
    assertThat(tables.count("pair_contact")).isOne();
    assertThat(order(event, "allow", "{\"reason\":\"only\",\"findings\":[9]}").statusCode())
        .isEqualTo(400);
    assertThat(order(event, "allow", "{\"reason\":\"only\",\"findings\":[-1]}").statusCode())
        .isEqualTo(400);
    assertThat(order(event, "allow", "{\"reason\":\"only\",\"findings\":[]}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void words_are_no_contact_and_the_answer_says_so() {
    final UUID event = says("let's work directly and skip the fee of this platform").id();

    final var answer = order(event, "allow", WHY);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("no_contact", "bypass_language");
    assertThat(tables.count("pair_contact")).isZero();
  }

  @Test
  void what_was_allowed_is_listed_audited_and_withdrawn() {
    final UUID event = says(LEAK).id();
    order(event, "allow", WHY);
    order(event, "allow", WHY);

    final String listed = api.get("/api/pairs/contacts?conversation=" + walk.id(), owner).body();
    assertThat(listed)
        .contains("\"kind\":\"phone\"", "\"value\":\"+16045550143\"", "the vet's own number");
    assertThat(api.get("/api/pairs/contacts?conversation=" + UUID.randomUUID(), owner).body())
        .isEqualTo("[]");
    final String path = "/api/pairs/contacts/" + tables.one("select id from pair_contact");
    assertThat(api.delete(path, owner).statusCode()).isEqualTo(204);
    assertThat(api.delete(path, owner).statusCode()).isEqualTo(404);
    assertThat(says(LEAK).state()).isEqualTo(EventState.WITHHELD);
    assertThat(tables.strings("select action from audit_entry order by id"))
        .containsExactly("contact.allowed", "contact.withdrawn");
    assertThat(tables.strings("select details::text from audit_entry"))
        .noneMatch(details -> details.contains("0143"));
  }

  @Test
  void a_pair_of_one_person_would_be_everybody() {
    walk =
        conversations.register(
            HERE,
            Channel.SMS,
            "walk-3",
            new Registration(
                new Person("Cleo", null, CLEO, null), null, List.of(), Known.NOTHING, null));
    final UUID event = says(LEAK).id();

    final var answer = order(event, "allow", WHY);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("pair_unknown");
  }

  @Test
  void strangers_neither_allow_nor_withdraw() {
    final UUID event = says(LEAK).id();
    order(event, "allow", WHY);
    tables.run("insert into organization (id, name) values ('other', 'Other')");
    final String stranger = keys.of(new OrganizationId("other"), "owner");
    final String path = "/api/pairs/contacts/" + tables.one("select id from pair_contact");

    assertThat(order(event, "allow", stranger, WHY).statusCode()).isEqualTo(404);
    assertThat(api.delete(path, stranger).statusCode()).isEqualTo(404);
    assertThat(api.get("/api/pairs/contacts", stranger).body()).isEqualTo("[]");
    assertThat(order(event, "allow", keys.with("moderator"), WHY).statusCode()).isEqualTo(403);
    assertThat(walk.otherSide(Role.CLIENT)).isPresent();
  }
}
