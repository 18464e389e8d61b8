package io.gatehouse.presend;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.gatehouse.detection.FindingClass;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A check over HTTP: the answer to a scan, and the same in the words of S5.1 and S1.14.
 *
 * @param detected whether anything was found (S5.1)
 * @param reasons one sentence each, no two alike
 * @param told what its sender would be told; absent unless asked for and due
 */
record CheckReport(
    @JsonUnwrapped CheckAnswer answer,
    boolean detected,
    List<String> reasons,
    List<Flag> flags,
    @Nullable String told) {

  /**
   * A finding as S1.14 names it.
   *
   * @param pattern its class
   * @param matchedText as it was written; e-mail addresses in lower case (S1.18)
   * @param category S1.15's
   */
  record Flag(
      @JsonSerialize(using = ClassName.class) FindingClass pattern,
      String matchedText,
      String category) {

    static Flag of(final CheckAnswer.Found found) {
      return new Flag(found.type(), matched(found), category(found.type()));
    }

    private static String matched(final CheckAnswer.Found found) {
      return found.type() == FindingClass.EMAIL_ADDRESS
          ? found.text().toLowerCase(Locale.ROOT)
          : found.text();
    }

    /** S1.15; a url, which it does not know, is a way to reach somebody directly. */
    private static String category(final FindingClass type) {
      return switch (type) {
        case PHONE_NUMBER, EMAIL_ADDRESS, URL, SOCIAL_MEDIA -> "direct_contact";
        case MESSAGING_PLATFORM -> "platform_bypass";
        case BYPASS_LANGUAGE -> "bypass_intent";
        case PAYMENT_BYPASS -> "payment_bypass";
      };
    }
  }

  static CheckReport of(final CheckAnswer answer, final @Nullable String told) {
    return new CheckReport(
        answer,
        answer.flagged(),
        answer.findings().stream().map(CheckAnswer.Found::reason).distinct().toList(),
        answer.findings().stream().map(Flag::of).toList(),
        told);
  }
}
