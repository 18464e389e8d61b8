package io.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.asides.Setting;
import io.gatehouse.base.Channel;
import io.gatehouse.base.Role;
import io.gatehouse.detection.ScanRequest.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quote is what was said before; a forged one is a leak that says where it stands. */
class QuotesTest {

  private static final String SAID =
      "You can always ring me on my mobile 604-555-0143 or write to joe@cedarpost.ca, whichever suits.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No.\n\nOn 20 Nov 2025, Joe wrote:\n> You can always ring me on my\n> mobile 604-555-0143 or write to\n> joe@cedarpost.ca, whichever suits.",
        "No.\n\nOn 20 Nov 2025, Joe wrote:\n\n"
            + "You can always ring me on my mobile 604-555-0143 or write to joe@cedarpost.ca, whichever suits.",
        "No.\n\n-----Original Message-----\nFrom: Joe\nSent: today\nTo: Ann\n\n"
            + "You can always ring me on my mobile 604-555-0143 or write to joe@cedarpost.ca, whichever suits.",
        "<p>No.</p><div class=\"gmail_quote\"><p>You can always&nbsp;ring me on my mobile 604-555-0143 or write to "
            + "<a href=\"mailto:joe@cedarpost.ca\">joe@cedarpost.ca</a>, whichever suits.</p></div>",
      })
  void words_said_before_may_be_quoted_whatever_program_quotes_them(final String reply) {
    assertThat(scan(reply, List.of(SAID), List.of(SAID)).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No.\n> ring me on my mobile 604-555-0199",
        "No.\n\nOn 20 Nov 2025, Joe wrote:\nring me on my mobile 604-555-0199",
        "<p>No.</p><blockquote>ring me on my mobile 604-555-0199</blockquote>",
        "<p>No.</p><div class=\"gmail_quote\"><p>see <a href=\"tel:+16045550199\">below</a></p></div>",
      })
  void another_number_in_a_quote_is_found_and_says_that_it_stands_in_one(final String reply) {
    assertThat(scan(reply, List.of(SAID), List.of(SAID)).findings())
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.setting()).isEqualTo(Setting.QUOTE));
  }

  @Test
  void an_offer_in_a_proven_quote_is_not_the_senders_word() {
    final String offer = "Let's work directly and cut out the platform, it is cheaper.";
    final String reply =
        "I must decline.\n> Let's work directly and cut out\n> the platform, it is cheaper.";

    assertThat(scan(offer, List.of(), List.of()).detected()).isTrue();
    assertThat(scan(reply, List.of(offer), List.of(offer)).detected()).isFalse();
    assertThat(scan(reply, List.of(), List.of()).detected()).isTrue();
  }

  @Test
  void a_message_that_never_went_on_is_no_proof() {
    final String reply = "> You can always ring me on my mobile 604-555-0143";

    assertThat(scan(reply, List.of(SAID), List.of()).detected()).isTrue();
  }

  @Test
  void what_begins_in_a_quote_and_ends_below_it_is_the_senders_own() {
    assertThat(scan("> ring me on my mobile 604-555\n-0143", List.of(), List.of()).findings())
        .anySatisfy(finding -> assertThat(finding.setting()).isEqualTo(Setting.BODY));
  }

  private static Scan scan(
      final String reply, final List<String> earlier, final List<String> history) {
    return Scans.DETECTOR.scan(
        new ScanRequest(
            said(reply),
            Channel.ERPNEXT,
            "CA",
            Known.NOTHING,
            earlier.stream().map(QuotesTest::said).toList(),
            history.stream().map(QuotesTest::said).toList()));
  }

  private static Utterance said(final String text) {
    final Format format = text.contains("<p>") ? Format.HTML : Format.PLAIN;
    return new Utterance(Role.PROVIDER, text, format);
  }
}
