package io.gatehouse.detection;

import static io.gatehouse.detection.FindingClass.EMAIL_ADDRESS;
import static io.gatehouse.detection.FindingClass.PHONE_NUMBER;
import static io.gatehouse.detection.FindingClass.SOCIAL_MEDIA;
import static io.gatehouse.detection.FindingClass.URL;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where findings lie, what they are called, and what the lists excuse. */
class FindingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call |(555) 123-4567|",
        "|(604) 555-1234| is mine",
        "reach me: |+44 20 7123 4567|",
        "|+1 (604) 555-1234|",
        "|+353 1 234 5678| after six",
        "call |1-604-555-1234|",
        "ring |six oh four, five five five, one two double three|",
        "call |６０４ ５５５ １２３４|",
        "call |6\uFE0F\u20E30\uFE0F\u20E34\uFE0F\u20E3 555 1234|",
        "call |604\u200B555\u200B1234|",
        "call |6O4-555-l234|",
        "call |604*555*1234|",
      })
  void phone_numbers_are_marked_whole(final String marked) {
    Scans.finds(PHONE_NUMBER, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write |joe.smith@gmail.com|, thanks",
        "write |joe (at) gmail (dot) com|",
        "write |j o e @ g m a i l . c o m|",
        "write |joe at gmail dot com| now",
        "write |jое@gmail.com|",
      })
  void addresses_are_marked_whole(final String marked) {
    Scans.finds(EMAIL_ADDRESS, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see |https://rick.ca/work?a=1|.",
        "see |rickpaints.com|, it's new",
        "see |www.rick.ca|",
        "no.Blank after a stop.It happens"
      })
  void links_are_marked_whole(final String marked) {
    Scans.finds(URL, marked);
  }

  @Test
  void a_handle_is_found_but_never_inside_an_address() {
    Scans.finds(SOCIAL_MEDIA, "find me |@johnsmith|"); // B3
    Scans.finds(SOCIAL_MEDIA, "mail joe@gmail.com"); // S1.18, B4
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>604-555-<b>1234</b></p>",
        "<p>604&#45;555&#45;1234</p>",
        "<table><tr><td>604</td><td>555</td><td>1234</td></tr></table>",
        "<p style='display:none'>call 604-555-1234</p>",
        "<p>Done. <a href=\"tel:+16045551234\">more</a></p>",
      })
  void html_hides_nothing(final String html) {
    assertThat(Scans.classes(Scans.html(html))).contains(PHONE_NUMBER); // B15
  }

  @Test
  void spans_of_html_point_into_the_source() {
    Scans.findsInHtml(EMAIL_ADDRESS, "<p>to |joe&#64;gmail.com|</p>");
  }

  @Test
  void one_finding_a_span_and_class() {
    final Scan scan = Scans.chat("My personal email is john@gmail.com, call +1 604-555-1234"); // B7
    assertThat(scan.findings()).extracting(Finding::type).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "+1 604-555-1234, 6045551234",
    "604.555.1234, +1 604 555 1234",
  })
  void known_numbers_are_compared_as_e164(final String said, final String listed) {
    final Known known = new Known(Set.of(), Set.of(listed), Set.of(), Set.of());
    assertThat(chat("call " + said, known).detected()).isFalse(); // S1.17, B8
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"JOE@Corp.ca", "joe+web@corp.ca", "anyone@firm.ca", "x@mail.firm.ca", "firm.ca/a"})
  void known_addresses_and_domains_are_allowed(final String said) {
    final Known known = new Known(Set.of("joe@corp.ca"), Set.of(), Set.of("firm.ca"), Set.of());
    assertThat(chat("see " + said, known).detected()).isFalse(); // S1.16, B4, B6
    assertThat(chat("see " + said, Known.NOTHING).detected()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "call ６０４５５５１２３４, fullwidth",
    "call six oh four five five five one two three four, spelled_digits",
    "joe (at) gmail (dot) com, at_dot",
    "let's use wh4tsapp, leetspeak",
    "t e l e g r a m ?, spacing",
    "call 604-555-1234,",
  })
  void a_disguise_is_named(final String message, final String disguise) {
    assertThat(Scans.chat(message).findings())
        .first()
        .extracting(Finding::disguise)
        .isEqualTo(disguise);
  }

  @Test
  void reasons_never_repeat_the_text() {
    for (final Finding finding : Scans.chat("text joe@gmail.com on whatsapp").findings()) {
      assertThat(finding.reason()).isNotBlank().doesNotContain("joe");
    }
  }

  @Test
  void a_number_in_pieces_is_found_in_each_message() {
    final var earlier =
        List.of(say("my cell starts 604"), new Utterance(Role.PROVIDER, "ok", Format.PLAIN));
    final var more = new java.util.ArrayList<>(earlier);
    more.add(say("555"));
    final Scan scan = chat("0143", more);
    assertThat(scan.findings()).extracting(Finding::message).containsExactly(0, 2, 3);
    assertThat(scan.findings()).extracting(Finding::disguise).containsOnly("split_messages");
  }

  @Test
  void ordinary_numbers_in_several_messages_stay_harmless() {
    assertThat(chat("0149", List.of(say("garage 3125"), say("unit 12"))).detected()).isFalse();
    assertThat(chat("2024", List.of(say("2022"), say("2023"))).detected()).isFalse();
  }

  @Test
  void a_quote_is_exempt_only_where_its_words_were_said() {
    final String quote = "> call me at 604-555-1234\n";
    assertThat(chat(quote + "No, thanks.", List.of(say("call me at 604-555-1234"))).detected())
        .isFalse();
    assertThat(chat(quote + "No, thanks.", List.of(say("hello there"))).detected()).isTrue();
    assertThat(chat(quote + "604-555-9999", List.of(say("call me at 604-555-1234"))).findings())
        .hasSize(1);
  }

  @Test
  void a_block_quote_counts_as_a_quote() {
    final var before = List.of(say("mail joe@gmail.com any time"));
    final String reply = "<p>No.</p><blockquote><p>mail joe@gmail.com any time</p></blockquote>";
    final ScanRequest request =
        new ScanRequest(
            new Utterance(Role.PROVIDER, reply, Format.HTML),
            Channel.ERPNEXT,
            "CA",
            Known.NOTHING,
            before);
    assertThat(Scans.DETECTOR.scan(request).detected()).isFalse();
    assertThat(Scans.html(reply).detected()).isTrue();
  }

  @Test
  void the_rule_set_has_a_stable_name() {
    assertThat(Scans.chat("hello").ruleSet())
        .isEqualTo(Detector.standard().scan(hello()).ruleSet());
  }

  private static ScanRequest hello() {
    return new ScanRequest(say("hi"), Channel.SMS, "CA", Known.NOTHING, List.of());
  }

  private static Utterance say(final String text) {
    return new Utterance(Role.CLIENT, text, Format.PLAIN);
  }

  private static Scan chat(final String text, final Known known) {
    return Scans.scan(text, Format.PLAIN, Channel.CHAT, known);
  }

  private static Scan chat(final String text, final List<Utterance> earlier) {
    return Scans.DETECTOR.scan(
        new ScanRequest(say(text), Channel.CHAT, "CA", Known.NOTHING, earlier));
  }
}
