package io.gatehouse.erpnext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.base.Direction;
import io.gatehouse.base.Problem;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import io.gatehouse.erpnext.Letters.Ignored;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

  /** By json.dumps: nulls as null, site-local dates. */
  private static final String COMMUNICATION =
      """
      {"doctype": "Communication", "name": "k3v9q2m1ab", "owner": "jane@example.org",
       "creation": "2025-11-20 14:03:11.482913", "docstatus": 0, "subject": "Re: Booking 118",
       "communication_type": "Communication", "communication_medium": "Email", "comment_type": null,
       "sent_or_received": "Received", "sender": "jane@example.org", "cc": null,
       "content": "<p>my cell is five five five</p>", "reference_doctype": "Issue",
       "reference_name": "ISS-2025-00012", "timeline_links": [{"link_doctype": "Contact"}]}
      """;

  /** By as_json: sorted, indented. */
  private static final String COMMENT =
      """
      {
       "comment_by": "Jane Doe",
       "comment_email": "jane@example.org",
       "comment_type": "Comment",
       "content": "<p>hello</p>",
       "doctype": "Comment",
       "name": "9a8b7c6d5e",
       "owner": "jane@example.org",
       "published": 1,
       "reference_doctype": "Issue",
       "reference_name": "ISS-2025-00012",
       "subject": null
      }
      """;

  @Test
  void a_received_communication_is_from_the_client_unless_better_is_known() {
    final Letter letter = letter(COMMUNICATION);
    assertThat(letter.id()).isEqualTo(new Letter.Id("communication", "k3v9q2m1ab", ""));
    assertThat(letter.issue()).isEqualTo("ISS-2025-00012");
    assertThat(letter.author()).isEqualTo(new Letter.Author(Role.CLIENT, "jane@example.org"));
    assertThat(letter.direction()).contains(Direction.INBOUND);
    assertThat(letter.content().format()).isEqualTo(Format.HTML);
    assertThat(letter.told().client()).isEqualTo("jane@example.org");
    assertThat(letter.told().provider()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Sent\"", "\"\"", "null"})
  void a_sent_communication_is_from_the_provider(final String direction) {
    final Letter letter = letter(COMMUNICATION.replace("\"Received\"", direction));
    assertThat(letter.author().presumed()).isEqualTo(Role.PROVIDER);
    assertThat(letter.direction()).contains(Direction.OUTBOUND);
    assertThat(letter.told().provider()).isEqualTo("jane@example.org");
  }

  @Test
  void who_saved_it_is_the_author_where_no_sender_is_named() {
    assertThat(letter(COMMUNICATION.replace("\"sender\": \"jane@example.org\",", "")).author())
        .isEqualTo(new Letter.Author(Role.CLIENT, "jane@example.org"));
  }

  @Test
  void a_published_comment_is_a_reply_on_the_portal() {
    final Letter letter = letter(COMMENT);
    assertThat(letter.id()).isEqualTo(new Letter.Id("comment", "9a8b7c6d5e", ""));
    assertThat(letter.author().presumed()).isEqualTo(Role.CLIENT);
    assertThat(letter.direction()).isEmpty();
    assertThat(letter(COMMENT.replace("\"published\": 1,", "")).author().presumed())
        .isEqualTo(Role.CLIENT);
  }

  @Test
  void an_unpublished_comment_is_a_note_and_teaches_nothing() {
    final Letter letter = letter(COMMENT.replace("\"published\": 1", "\"published\": 0"));
    assertThat(letter.author().presumed()).isEqualTo(Role.STAFF);
    assertThat(letter.told().client()).isEmpty();
    assertThat(letter.told().provider()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"communication_type\": \"Communication\"', '\"communication_type\": \"Automated Message\"',"
        + " communication_type",
    "'\"communication_type\": \"Communication\"', '\"communication_type\": \"Comment\"',"
        + " communication_type",
    "'\"reference_name\": \"ISS-2025-00012\"', '\"reference_name\": null', no_reference",
    "'\"reference_doctype\": \"Issue\"', '\"reference_doctype\": \"Lead\"', other_reference",
    "'\"doctype\": \"Communication\"', '\"doctype\": \"ToDo\"', other_doctype",
  })
  void a_document_that_is_no_message_is_ignored(
      final String from, final String to, final String why) {
    assertThat(read(COMMUNICATION.replace(from, to))).isEqualTo(new Ignored(why));
  }

  @Test
  void what_happened_to_a_document_is_no_comment_on_it() {
    assertThat(read(COMMENT.replace("\"comment_type\": \"Comment\"", "\"comment_type\": \"Like\"")))
        .isEqualTo(new Ignored("comment_type"));
  }

  @Test
  void the_flat_payload_has_the_defaults_of_S1_30() {
    final Letter letter = letter("{\"message_text\": null, \"issue_reference\": \"ISS-1\"}");
    assertThat(letter.content().text()).isEmpty();
    assertThat(letter.author()).isEqualTo(new Letter.Author(Role.CLIENT, ""));
    assertThat(letter.told().also().emails()).isEmpty();
    assertThat(letter.id().name()).isEmpty();
  }

  @Test
  void the_flat_payload_names_both_sides() {
    final Letter letter =
        letter(
            """
            {"issue_reference":"ISS-1","message_text":"hi","sender_email":"Bo@Firm.ca",
             "sender_type":"advisor","client_email":"ann@mail.ca","advisor_email":"",
             "whitelisted_emails":["a@b.ca"],"whitelisted_phones":["604 555 0143"],"name":"n1"}
            """);
    assertThat(letter.author()).isEqualTo(new Letter.Author(Role.PROVIDER, "bo@firm.ca"));
    assertThat(letter.told().client()).isEqualTo("ann@mail.ca");
    assertThat(letter.told().provider()).isEqualTo("bo@firm.ca");
    assertThat(letter.told().also().emails()).containsExactly("a@b.ca");
    assertThat(letter.told().also().phones()).containsExactly("604 555 0143");
    assertThat(letter.id().name()).isEqualTo("n1");
  }

  @Test
  void a_flat_payload_may_name_its_communication() {
    assertThat(letter("{\"message_text\":\"x\",\"communication\":\"c9\"}").id())
        .isEqualTo(new Letter.Id("communication", "c9", ""));
  }

  @Test
  void an_author_without_an_address_has_the_one_of_his_side() {
    assertThat(letter("{\"message_text\":\"x\",\"client_email\":\"ann@mail.ca\"}").author())
        .isEqualTo(new Letter.Author(Role.CLIENT, "ann@mail.ca"));
  }

  @ParameterizedTest
  @CsvSource({
    "call me,PLAIN",
    "a < b > c,PLAIN",
    "1 <2 and 3> 2,PLAIN",
    "AT&T; me & you,PLAIN",
    "<p>call me</p>,HTML",
    "604-555-<b>1234,HTML",
    "one<br/>two,HTML",
    "joe&#64;mail.ca,HTML",
    "joe&#x40;mail.ca,HTML",
    "5&nbsp;5,HTML",
  })
  void flat_text_is_html_when_it_has_a_tag_or_a_character_reference(
      final String text, final Format format) {
    assertThat(Letters.format(text)).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"content\": \"x\"}", "{\"name\": \"x\", \"owner\": \"y\"}"})
  void what_has_no_shape_is_refused(final String body) {
    assertBadRequest(body, "unknown_payload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message_text\": 7}",
        "{\"message_text\": \"x\", \"sender_type\": \"staff\"}",
        "{\"message_text\": \"x\", \"whitelisted_emails\": \"a@b.ca\"}",
        "{\"doctype\": \"Communication\", \"content\": {}}",
        "{\"doctype\": \"Communication\", \"sent_or_received\": \"Both\"}",
        "{\"doctype\": \"Comment\", \"published\": \"1\"}",
      })
  void a_field_of_the_wrong_type_is_refused(final String body) {
    assertBadRequest(body, "wrong_field");
  }

  private static void assertBadRequest(final String body, final String code) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(400);
              assertThat(problem.code()).isEqualTo(code);
            });
  }

  private static Letter letter(final String body) {
    return (Letter) read(body);
  }

  private static Letters.Reading read(final String body) {
    return Letters.read(
        (Payload.Message) PayloadReader.read(body.getBytes(StandardCharsets.UTF_8)));
  }
}
