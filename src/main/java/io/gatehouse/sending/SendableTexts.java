package io.gatehouse.sending;

import io.gatehouse.base.Problem;
import io.gatehouse.relay.Keywords;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Which texts can go out as one SMS; whoever sends one that cannot is told so at once. */
@Singleton
class SendableTexts {

  /** What Twilio takes (its code 21617 otherwise), counted as it counts: in UTF-16. */
  static final int LONGEST = 1_600;

  /** NUL, which PostgreSQL does not keep, and half a surrogate pair, which UTF-8 does not know. */
  private static final Pattern UNSENDABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private final Keywords keywords;

  SendableTexts(final Keywords keywords) {
    this.keywords = keywords;
  }

  /**
   * A carrier's keyword is no message to a person: the other side would read a bare STOP, and
   * whoever wrote it would believe to have left. YES and the like are answers and pass.
   *
   * @throws Problem 400 saying what is wrong with it
   */
  void require(final String text) {
    if (text.isBlank()) {
      throw refused("empty_text", "The text must not be empty.");
    }
    if (UNSENDABLE.matcher(text).find()) {
      throw refused("unsendable_text", "The text must not contain NUL or half a surrogate pair.");
    }
    if (text.length() > LONGEST) {
      throw refused("text_too_long", "A text has at most " + LONGEST + " characters.")
          .with("longest", LONGEST)
          .with("length", text.length());
    }
    if (keywords.in(text, () -> false).isPresent()) {
      throw refused(
          "carrier_keyword",
          "This word alone is one that carriers act on, such as STOP or HELP; write a sentence.");
    }
  }

  private static Problem refused(final String code, final String detail) {
    return Problem.badRequest(code, detail + " Nothing was sent.");
  }
}
