package io.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds for every text, not for the examples that somebody thought of. */
class PropertiesTest {

  private static final int TRIES = 400;

  private static final List<String> LEAKS =
      List.of(
          "604-555-0143",
          "(416) 555-0178",
          "six oh four five five five oh one four three",
          "nora.whitlock@gmail.com",
          "nora dot whitlock at gmail dot com",
          "https://fernhollowpets.com/book",
          "www.quillfordbooks.com",
          "text me on WhatsApp",
          "pay me by e-transfer instead",
          "６０４ ５５５ ０１４３");

  private static final List<String> TALK =
      List.of(
          "Thanks for the update.",
          "See you tomorrow at noon!",
          "The dog was lovely today.",
          "Did you get the documents?",
          "I will upload the receipts tonight.",
          "That works for me.",
          "Merci beaucoup.",
          "The meeting took a while.");

  @Property(tries = TRIES)
  void any_text_is_read_and_promises_hold(
      @ForAll("texts") final String text,
      @ForAll("texts") final String before,
      @ForAll final Format format,
      @ForAll final Channel channel) {
    final var request =
        new ScanRequest(
            new Utterance(Role.CLIENT, text, format),
            channel,
            "CA",
            Known.NOTHING,
            List.of(new Utterance(Role.CLIENT, before, format)));

    final Scan scan = Scans.DETECTOR.scan(request);

    Promises.hold(request, scan);
    assertThat(Scans.DETECTOR.scan(request)).isEqualTo(scan);
  }

  @Property(tries = TRIES)
  void composed_and_decomposed_text_get_one_verdict(@ForAll("accented") final String text) {
    final String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    final String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertThat(verdict(decomposed)).isEqualTo(verdict(composed));
  }

  @Property(tries = TRIES)
  void line_ends_make_no_difference(@ForAll("lines") final List<String> lines) {
    final String text = String.join("\n", lines);
    assertThat(verdict(text.replace("\n", "\r\n"))).isEqualTo(verdict(text));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.FULL)
  void ordinary_talk_before_or_after_never_hides_a_leak(
      @ForAll("talk") final List<String> before,
      @ForAll("leaks") final String leak,
      @ForAll("talk") final List<String> after,
      @ForAll("between") final String between) {
    final String text =
        between(before, between) + leak + "." + between + String.join(between, after);

    assertThat(verdict(text)).containsAll(verdict(leak + "."));
  }

  @Provide
  Arbitrary<String> texts() {
    final Arbitrary<String> odd =
        Arbitraries.strings()
            .withCharRange(Character.MIN_VALUE, Character.MAX_VALUE)
            .withChars("0123456789 @.-\n<>&;=%\uD83D\uDCDE\u200B\u202E")
            .ofMaxLength(60);
    return Arbitraries.oneOf(odd, mixed());
  }

  /** Leaks, markup and talk in pieces, with an odd character here and there. */
  private Arbitrary<String> mixed() {
    final Arbitrary<String> piece =
        Arbitraries.oneOf(
            leaks(),
            Arbitraries.of(TALK),
            Arbitraries.of("<b>", "</td><td>", "&#64;", "\uD800", "\0", "> ", "\n", " at ", ". "),
            Arbitraries.of("\nOn 20 Nov 2025 J wrote:\n", "\n-- \n", "<blockquote>", "Regards,\n"),
            Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(5),
            Arbitraries.strings().all().ofLength(1));
    return piece.list().ofMaxSize(12).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> accented() {
    final Arbitrary<String> piece =
        Arbitraries.oneOf(
            leaks(),
            Arbitraries.of(
                "numéro", "à", "où", "téléphone", "écris-moi", "ñ", "mañana", "für", "über", "año"),
            Arbitraries.of(" ", ", ", " cinq ", " zéro ", "six "));
    return piece.list().ofMaxSize(8).map(pieces -> String.join(" ", pieces));
  }

  @Provide
  Arbitrary<List<String>> lines() {
    final Arbitrary<String> talk = Arbitraries.of(TALK);
    final Arbitrary<String> quoted = talk.map(said -> "> " + said);
    final Arbitrary<String> figures = Arbitraries.of("604", "0143", "555-", "+1", "six");
    return Arbitraries.oneOf(leaks(), talk, quoted, figures, Arbitraries.just(""))
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<String>> talk() {
    return Arbitraries.of(TALK).list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> leaks() {
    return Arbitraries.of(LEAKS);
  }

  @Provide
  Arbitrary<String> between() {
    return Arbitraries.of(" ", "\n", "\n\n");
  }

  private static String between(final List<String> sentences, final String between) {
    return sentences.stream().map(said -> said + between).collect(Collectors.joining());
  }

  private static Set<FindingClass> verdict(final String text) {
    return new TreeSet<>(Scans.classes(Scans.chat(text)));
  }
}
