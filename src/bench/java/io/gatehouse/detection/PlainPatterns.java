package io.gatehouse.detection;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What S1.9 to S1.13 ask for as regular expressions, to compare with: no disguise, no context. */
final class PlainPatterns {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String PHONE =
      "\\+\\d{1,3}[-. ]?\\(?\\d{1,4}\\)?(?:[-. ]?\\d{2,4}){2,4}"
          + "|(?<!\\d)(?:1[-. ])?(?:\\(\\d{3}\\) ?|\\d{3}[-. ]?)\\d{3}[-. ]?\\d{4}(?!\\d)";

  private static final String APP =
      "\\b(?:whats ?app|telegram|signal(?:\\.me)?|skype(?:\\.com)?|face ?time|i ?message|imsg"
          + "|(?:facebook|fb) messenger|messenger\\.com|we ?chat|viber|line app"
          + "|discord(?:\\.gg)?|slack|zoom\\.us|zoom meeting|teams\\.ms|(?:microsoft|ms) teams"
          + "|google meet|meet\\.google|webex|sms|text (?:me|message)|send me a text|snap ?chat)\\b"
          + "|\\btg://|\\bt\\.me/";

  private static final String BYPASS =
      "\\b(?:work directly|go direct|cut (?:them|us|pw|performance) out"
          + "|outside (?:the|this) (?:portal|platform|system)|off-(?:platform|system)"
          + "|my (?:personal|private) (?:email|number|phone|cell)"
          + "|reach me (?:at|on|via)|contact me (?:at|on|via|directly)"
          + "|here's my (?:number|email|contact|cell|mobile)"
          + "|don't tell (?:them|pw|performance|anyone)|between (?:you and me|(?:us|just us) only|just us)"
          + "|private arrangement|side deal|take this (?:offline|outside|private)"
          + "|let's (?:talk|chat|meet|connect) (?:outside|directly|privately)"
          + "|i can (?:do|offer) (?:it|this) (?:cheaper|for less|directly)"
          + "|save you (?:money|the (?:fee|markup)))\\b";

  private static final String PAYMENT =
      "\\b(?:venmo|cash app|zelle|e-transfer|interac transfer|pay me directly|pay outside"
          + "|send payment to|wire (?:me|transfer to)|my (?:bank|account) (?:details|number|info)"
          + "|invoice you directly|crypto|bitcoin|btc|eth|usdt)\\b";

  private static final String SOCIAL =
      "(?<![\\w@])@\\w{2,30}\\b"
          + "|\\b(?:instagram|insta|twitter|x|linkedin|facebook|fb|tiktok)\\.com/(?:in/|@)?[\\w.]+"
          + "|\\b(?:my|find me on) (?:linkedin|instagram|twitter|facebook|x)\\b";

  private static final List<Pattern> ALL =
      List.of(compiled(PHONE), compiled(APP), compiled(BYPASS), compiled(PAYMENT), compiled(SOCIAL));

  private PlainPatterns() {}

  /** How often anything matches. */
  static int count(final String text) {
    int count = 0;
    for (final Pattern pattern : ALL) {
      final Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        count++;
      }
    }
    return count;
  }

  private static Pattern compiled(final String pattern) {
    return Pattern.compile(pattern, FLAGS);
  }
}
