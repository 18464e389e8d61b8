package io.gatehouse.asides;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines are the sender's own; each is written with the first letter of its setting. */
class AsidesTest {

  private static final String FOOTER =
      "Harbour Books Ltd.\n12 Quay Street, Victoria\nCall 1 866 555 0155";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b: I agree.\nq: On Thu, 20 Nov 2025 at 14:03, Jane <jane@here.ca> wrote:\nq: > the file\nb: and so on",
        "b: I agree.\nq: On Thu, 20 Nov 2025 at 14:03, Jane\nq: <jane@here.ca> wrote:\nq: the file\nq: and so on",
        "b: D'accord.\nq: Le 20/11/2025 à 14:03, Jeanne a écrit :\nq: le dossier",
        "b: Vale.\nq: El jue, 20 nov 2025 a las 14:03, Ana escribió:\nq: el informe",
        "b: Gut.\nq: Am 20.11.2025 um 14:03 schrieb Jan:\nq: die Datei",
        "b: Fine.\nq: From: Jane\nq: Sent: Thursday\nq: To: Desk\nq: Subject: 118\nq: the file",
        "b: Bien.\nq: De : Jeanne\nq: Envoyé : jeudi\nq: À : Bureau\nq: Objet : 118\nq: le dossier",
        "b: Fine.\nq: -----Original Message-----\nq: the file",
        "b: Bien.\nq: -------- Message d'origine --------\nq: le dossier",
        "b: Look.\nq: Begin forwarded message:\nq: the file",
        "b: Done.\ns: --\ns: Jane Doe\ns: Harbour Books",
        "b: Done.\ns: Kind regards,\ns: Jane Doe\ns: Harbour Books",
        "b: Done.\ns: Cordialement,\ns: Jeanne",
        "b: Done.\ns: Best,\ns: Jane\nq: On 20 Nov 2025 Bob wrote:\nq: the file",
        "b: Yes.\ns: Sent from my iPhone",
        "b: Oui.\ns: Envoyé de mon iPhone\nq: Le 20 nov. 2025, Bob a écrit :\nq: le dossier",
        "b: Done.\nd: This e-mail is confidential. If it reached you by mistake\nd: call the desk.",
        "b: Fait.\nd: Avis de confidentialité : ce courriel est pour vous seul.",
      })
  void lines_that_mail_programs_add_are_told_from_the_senders_own(final String marked) {
    assertThat(plain(marked)).isEqualTo(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b: On Monday I wrote:\nb: the file is here",
        "b: From: Victoria\nb: with love",
        "b: Thanks for the file, it came at the right moment.\nb: I shall read it.",
        "b: Thanks,\nb: but the report that you sent me yesterday evening is about another client and not about mine.",
        "b: Please send the original message\nb: once more",
      })
  void what_only_looks_like_it_stays_the_senders_own(final String marked) {
    assertThat(plain(marked)).isEqualTo(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>b: Yes</div><div class='gmail_quote'><div>q: On a day Bob wrote</div><p>q: more</p></div><p>b: end</p>",
        "<p>b: Yes</p><blockquote type='cite'><p>q: one</p><p>q: two</p></blockquote><p>b: end</p>",
        "<p>b: Yes</p><div class=\"x Gmail_Signature\"><p>s: Bob</p></div><p>b: end</p>",
        "<p>b: Yes</p><br><p class='signature'>s: Bob<br>s: Harbour Books</p>",
        "<p>b: Yes</p><div id='divRplyFwdMsg'>q: Bob, Thursday</div>",
      })
  void the_marks_of_mail_programs_in_html_are_read(final String html) {
    final Canonical text = Folder.html(html);
    final Asides asides = Asides.read(text, Set.of());

    assertThat(Line.of(text))
        .filteredOn(line -> !line.blank())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.words()).startsWith(letter(asides, line)));
  }

  @Test
  void a_footer_is_one_word_for_word_and_in_whole_lines() {
    assertThat(plain("b: Filed.\nf: Harbour Books Ltd.\nf: Call 1 866 555 0155", FOOTER))
        .isEqualTo("b: Filed.\nf: Harbour Books Ltd.\nf: Call 1 866 555 0155");
    assertThat(settings("Harbour Books Ltd. | 12 Quay Street, Victoria", FOOTER)).isEqualTo("f");
    assertThat(settings("Call 1 866\n555 0155", FOOTER)).isEqualTo("ff");
    assertThat(settings("Call 1 866 555 0156", FOOTER)).isEqualTo("b");
    assertThat(settings("Call 1 866 555 0155 or 604 555 0143", FOOTER)).isEqualTo("b");
    assertThat(settings("Call 1 866", FOOTER)).isEqualTo("b");
  }

  @Test
  void a_footer_is_the_same_in_html_with_its_links() {
    final String html =
        "<p>Filed.</p><p>Harbour Books Ltd.<br>12 Quay Street, Victoria<br>"
            + "Call <a href='tel:+18665550155'>1 866 555 0155</a></p>";
    final Canonical text = Folder.html(html);

    assertThat(settings(text, Asides.read(text, Set.of(FOOTER)))).isEqualTo("bffff");
    final Canonical other = Folder.html(html.replace("tel:+18665550155", "tel:+16045550143"));
    assertThat(settings(other, Asides.read(other, Set.of(FOOTER)))).isEqualTo("bfffb");
  }

  @Test
  void a_range_that_begins_in_the_body_is_body() {
    final Canonical text = Folder.plain("call 604-555\n> 0143");
    final Asides asides = Asides.read(text, Set.of());

    assertThat(asides.of(0, text.length())).isEqualTo(Setting.BODY);
    assertThat(asides.of(15, text.length())).isEqualTo(Setting.QUOTE);
  }

  private static String plain(final String marked, final String... footers) {
    final String written =
        marked.lines().map(l -> l.substring(3)).collect(Collectors.joining("\n"));
    final String letters = settings(written, footers);
    final var shown = new StringBuilder();
    int at = 0;
    for (final String line : written.split("\n")) {
      shown.append(at == 0 ? "" : "\n").append(letters.charAt(at++)).append(": ").append(line);
    }
    return shown.toString();
  }

  private static String settings(final String written, final String... footers) {
    final Canonical text = Folder.plain(written);
    return settings(text, Asides.read(text, Set.of(footers)));
  }

  private static String settings(final Canonical text, final Asides asides) {
    return Line.of(text).stream()
        .filter(line -> !line.blank())
        .map(line -> letter(asides, line))
        .collect(Collectors.joining());
  }

  private static String letter(final Asides asides, final Line line) {
    return asides.of(line.from(), line.from() + 1).wire().substring(0, 1).toLowerCase(Locale.ROOT);
  }
}
