package io.gatehouse.detection;

import static io.gatehouse.detection.FindingClass.EMAIL_ADDRESS;
import static io.gatehouse.detection.FindingClass.MESSAGING_PLATFORM;
import static io.gatehouse.detection.FindingClass.PHONE_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Channel;
import io.gatehouse.detection.ScanRequest.Format;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see, follow or can uncover is read; what only programs meet is not (B15). */
class HtmlAsPeopleSeeItTest {

  private static final String PIXELS = "iVBORw0KGgo6045550143/6045550143+AA".repeat(20_000);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>call 60<b>4-5</b>55-<i>01</i>43</p>",
        "<p>call &#54;&#x30;4-555-0143</p>",
        "<p>call 604<br>555<br>0143</p>",
        "<p>mobile</p><table><tr><td>604</td><td>555</td><td>0143</td></tr></table>",
        "<p><a href='tel:604-555-0143'>here</a></p>",
        "<p><span title='604-555-0143'>here</span></p>",
        "<p><img alt='call 604-555-0143' src='x.png'></p>",
        "<p><span data-phone='604-555-0143'>here</span></p>",
        "<p>hi<span style='display:none'>call 604-555-0143</span></p>",
        "<p>hi<!-- call 604-555-0143 --></p>",
        "<p><a href='/files/call me 604-555-0143'>file</a></p>",
        "<p><span class='mention' data-value='x'>call 604-555-0143</span></p>",
      })
  void numbers_are_found_wherever_they_are_put(final String html) {
    assertThat(Scans.classes(Scans.html(html))).contains(PHONE_NUMBER);
  }

  @Test
  void links_are_read_by_their_targets_too() {
    assertThat(Scans.classes(Scans.html("<p><a href='mailto:joe@cedarpost.ca'>here</a></p>")))
        .contains(EMAIL_ADDRESS);
    assertThat(Scans.classes(Scans.html("<p><a href='https://wa.me/16045550143'>here</a></p>")))
        .contains(MESSAGING_PLATFORM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>See <a href='/private/files/receipt-6045550143.pdf'>the receipt</a></p>",
        "<p>See <img src='/files/IMG_6045550143.jpg'></p>",
        "<p><a href='javascript:void(6045550143)'>more</a></p>",
        "<ol><li data-list='bullet' data-row='6045550143'>one</li></ol>",
        "<p><span class='mention' data-id='jane@desk-people.ca' data-value='Jane' data-denotation-char='@'>"
            + "<span contenteditable='false'><span class='ql-mention-denotation-char'>@</span>Jane</span>"
            + "</span> please check line 12</p>",
        "<p>yes <img src='data:image/png;base64,iVBORw0KGgo6045550143'> "
            + "<a href='data:text/plain;base64,6045550143'>x</a></p>",
      })
  void what_only_programs_meet_is_no_leak(final String html) {
    assertThat(Scans.html(html).findings()).isEmpty();
  }

  @Test
  void a_picture_written_into_the_text_hides_nothing_below_it() {
    final Scan scan =
        Scans.html(
            "<p><img src='data:image/png;base64," + PIXELS + "'></p><p>call 604-555-0143</p>");

    assertThat(Scans.classes(scan)).contains(PHONE_NUMBER);
    assertThat(scan.truncated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>See <a href='https://erp.harbour.ca/app/issue/ISS-2025-00012'>the issue</a></p>",
        "<p>See https://erp.harbour.ca/issues?name=ISS-1</p>",
        "<p>See erp.harbour.ca:8443/files/x.pdf</p>",
        "<p>See https://portal.erp.harbour.ca</p>",
      })
  void the_sites_own_host_covers_its_pages(final String html) {
    final Known own = new Known(Set.of(), Set.of(), Set.of("erp.harbour.ca"), Set.of());

    assertThat(Scans.scan(html, Format.HTML, Channel.ERPNEXT, own).findings()).isEmpty();
    assertThat(Scans.html(html).detected()).isTrue();
  }

  @Test
  void a_host_that_only_begins_like_the_sites_own_is_another() {
    final Known own = new Known(Set.of(), Set.of(), Set.of("erp.harbour.ca"), Set.of());

    assertThat(
            Scans.scan(
                    "<p>https://erp.harbour.ca.joes.site/x</p>", Format.HTML, Channel.ERPNEXT, own)
                .detected())
        .isTrue();
  }
}
