package io.gatehouse.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S1.34: the nine messages the accounting portal demonstrates with, and what they come to. */
class DemonstrationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Can you help me with GST/HST registration?       | clean
          Here's my number: 604-555-1234, give me a call   | phone_number bypass_language
          Let's move to WhatsApp, it's easier              | messaging_platform
          My personal email is john@gmail.com              | email_address bypass_language
          I can do this cheaper if we work directly        | bypass_language
          Send me $200 via e-transfer                      | payment_bypass
          Find me on LinkedIn at /in/johnsmith             | social_media
          Let's hop on a Zoom call outside the portal      | messaging_platform bypass_language
          Text me at 416-555-9999 on Telegram              | phone_number messaging_platform
          """)
  void demonstration_messages_come_to_their_classes(final String text, final String classes) {
    assertThat(Scans.classes(Scans.chat(text))).isEqualTo(Scans.classes(classes));
  }
}
