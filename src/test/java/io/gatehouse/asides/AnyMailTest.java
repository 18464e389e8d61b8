package io.gatehouse.asides;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any mail. */
class AnyMailTest {

  private static final String FOOTER = "Harbour Books\nCall 1 866 555 0155";

  @Property(tries = 300)
  void every_character_has_a_setting(@ForAll("mails") final String mail) {
    for (final Canonical text : List.of(Folder.plain(mail), Folder.html(mail))) {
      final Asides asides = Asides.read(text, Set.of(FOOTER));
      for (int i = 0; i < text.length(); i++) {
        assertThat(asides.of(i, i + 1)).isNotNull();
      }
    }
  }

  @Property(tries = 300)
  void a_line_with_another_number_is_never_a_footer(@ForAll("mails") final String mail) {
    final Canonical text = Folder.plain(mail);
    final Asides asides = Asides.read(text, Set.of(FOOTER));
    final int at = text.text(0, text.length()).indexOf("604");

    assertThat(at < 0 || asides.of(at, at + 3) != Setting.FOOTER).isTrue();
  }

  @Provide
  Arbitrary<String> mails() {
    final String pieces =
        "On 20 Nov 2025 Jane wrote:|> said before|-- |Regards,|Harbour Books|Call 1 866 555 0155"
            + "|Call 1 866 555 604|From: Jane|Sent: today|To: you|<blockquote>|</blockquote>"
            + "|<p class=signature>||This e-mail is confidential|Sent from my iPhone|604";
    return Arbitraries.of(Arrays.asList(pieces.split("\\|")))
        .list()
        .ofMaxSize(14)
        .map(lines -> lines.stream().collect(Collectors.joining("\n")));
  }
}
