package io.gatehouse.twilio;

import io.gatehouse.base.Problem;
import io.gatehouse.media.Announced;
import io.gatehouse.relay.Keyword;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A message as Twilio hands it over.
 *
 * @param sid names it for ever, by which a copy is recognised
 * @param media how many pictures or other files came with it
 * @param files those of them that are told of, ten at most
 * @param optOut what Advanced Opt-Out took it for
 */
record InboundSms(
    String sid,
    String from,
    String to,
    String body,
    int media,
    List<Announced> files,
    Optional<Keyword> optOut) {

  /** Printable ASCII, as numbers, short codes, names and channel addresses are. */
  private static final Pattern WORD = Pattern.compile("[ -~]{1,100}");

  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,2000}");

  private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}");

  /**
   * Twilio adds parameters without notice, so only what is needed is looked at.
   *
   * @throws Problem 400 naming what is missing
   */
  static InboundSms read(final Form form) {
    final int media = count(form.text("NumMedia"));
    return new InboundSms(
        word(form, "MessageSid"),
        word(form, "From"),
        word(form, "To"),
        storable(form.text("Body")),
        media,
        IntStream.range(0, Math.min(media, Announced.MOST)).mapToObj(i -> file(form, i)).toList(),
        Keyword.of(form.text("OptOutType").toLowerCase(Locale.ROOT)));
  }

  private static int count(final String text) {
    return COUNT.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }

  /** What cannot be an address is none, and found so when the file is fetched. */
  private static Announced file(final Form form, final int number) {
    return new Announced(
        visible(form.text("MediaUrl" + number)), visible(form.text("MediaContentType" + number)));
  }

  private static String visible(final String text) {
    return VISIBLE.matcher(text).matches() ? text : "";
  }

  private static String word(final Form form, final String name) {
    final String value = form.text(name).strip();
    if (!WORD.matcher(value).matches()) {
      throw Problem.badRequest("parameter", "A webhook of a message needs " + name + ".");
    }
    return value;
  }

  /**
   * PostgreSQL keeps no NUL and UTF-8 no half character; each becomes U+FFFD, so that the message
   * is kept and its offsets stay right.
   */
  private static String storable(final String text) {
    final var clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(c == 0 || isSurrogate(c) ? '\uFFFD' : c));
    return clean.toString();
  }

  private static boolean isSurrogate(final int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
