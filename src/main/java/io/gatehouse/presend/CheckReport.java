package io.gatehouse.presend;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Ruling;
import io.gatehouse.detection.FindingClass;
import io.gatehouse.events.OpinionJson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A check over HTTP: the answer to a scan, and the same in the words of S5.1 and S1.14.
 *
 * @param detected whether anything was found (S5.1)
 * @param reasons one sentence each, no two alike
 * @param told what its sender would be told; absent unless asked for and due
 * @param moderation what its second layer thinks, of several messages the gravest; absent where
 *     nothing was found or it is off
 * @param held true where moderation would hold it for a person once it is sent, else absent. {@code
 *     action} says nothing of that: who does not send it keeps it from whoever could help
 */
record CheckReport(
    @JsonUnwrapped CheckAnswer answer,
    boolean detected,
    List<String> reasons,
    List<Flag> flags,
    @Nullable String told,
    @Nullable OpinionJson moderation,
    @Nullable Boolean held) {

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

  static CheckReport of(
      final CheckAnswer answer, final @Nullable String told, final Optional<Opinion> opinion) {
    return new CheckReport(
        answer,
        answer.flagged(),
        answer.findings().stream().map(CheckAnswer.Found::reason).distinct().toList(),
        answer.findings().stream().map(Flag::of).toList(),
        told,
        opinion.map(OpinionJson::of).orElse(null),
        opinion.filter(one -> one.ruling() == Ruling.BLOCK).map(held -> true).orElse(null));
  }
}
