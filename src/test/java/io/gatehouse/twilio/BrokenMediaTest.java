package io.gatehouse.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attachments.Samples;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that cannot be had or looked into: the message waits, the owner is told once. */
@NullUnmarked
class BrokenMediaTest extends MmsTest {

  private static final byte[] PHOTO = Samples.written(Samples.photo(30, 20), "png");

  @BeforeEach
  void inspect() {
    mode("inspect");
  }

  static Stream<Arguments> opaque() {
    return Stream.of(
        Arguments.of("application/pdf", Samples.bytes("%PDF-1.7")),
        Arguments.of("text/html", Samples.bytes("<html>Please sign in</html>")),
        Arguments.of("image/png", Samples.bomb()),
        Arguments.of("text/vcard", Samples.bytes("BEGIN:VCARD\nFN:Sam\n")),
        Arguments.of("application/octet-stream", new byte[] {0, 1, 2}));
  }

  @ParameterizedTest
  @MethodSource("opaque")
  void what_cannot_be_looked_into_waits_for_the_owner(final String type, final byte[] file) {
    keep(0, file);
    receiveFiles("MM1", CLEAN, 1);
    assertThat(messages()).isEmpty();
    assertThat(files()).containsExactly("fetched " + type);
    assertThat(states()).first().isEqualTo("hold withheld");
    assertThat(notices()).containsExactly("media_unread");
  }

  @ParameterizedTest
  @CsvSource({
    "401, unauthorized",
    "400, refused",
    "200, empty",
  })
  void what_cannot_be_had_is_told_and_the_rest_can_be_let_go(
      final int status, final String reason) {
    keep(0, aResponse().withStatus(status));
    keep(1, PHOTO);
    receiveFiles("MM1", CLEAN, 2);
    assertThat(messages()).isEmpty();
    assertThat(files()).containsExactly("refused " + reason, "fetched image/png");
    assertThat(notices()).containsExactly("media_incomplete");
    assertThat(forceSend(event(0)).statusCode()).isEqualTo(200);
    assertThat(messages())
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.body()).isEqualTo(CLEAN);
              assertThat(m.media()).hasSize(1);
            });
  }

  @Test
  void a_redirect_elsewhere_is_not_followed() {
    keep(0, aResponse().withStatus(307).withHeader("Location", "http://169.254.169.254/x"));
    receiveFiles("MM1", CLEAN, 1);
    assertThat(files()).containsExactly("refused host");
    assertThat(notices()).containsExactly("media_incomplete");
  }

  @Test
  void a_file_that_is_not_there_yet_is_asked_for_again() {
    keep(0, aResponse().withStatus(404));
    receiveFiles("MM1", CLEAN, 1);
    keep(0, PHOTO);
    later();
    assertThat(messages()).hasSize(1);
  }

  @Test
  void a_file_that_is_gone_leaves_a_message_without_text_nothing_to_send() {
    keep(0, aResponse().withStatus(404));
    receiveFiles("MM1", " ", 1);
    later();
    later();
    assertThat(files()).containsExactly("refused gone");
    final var refused = forceSend(event(0));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("nothing_left");
  }

  @Test
  void while_files_are_fetched_the_message_cannot_be_let_go() {
    keep(0, aResponse().withStatus(500));
    receiveFiles("MM1", CLEAN, 1);
    assertThat(files()).containsExactly("waiting");
    assertThat(forceSend(event(0)).body()).contains("media_pending");
  }

  @Test
  void a_file_given_up_is_told_and_may_be_fetched_yet() {
    keep(0, aResponse().withStatus(500));
    receiveFiles("MM1", CLEAN, 1);
    for (int retry = 0; retry < 12; retry++) {
      later();
    }
    assertThat(files()).containsExactly("refused unreachable");
    assertThat(notices()).containsExactlyInAnyOrder("effect_parked", "media_incomplete");
    keep(0, PHOTO);
    final String effect = tables.one("select id from effect where kind = 'media.fetch'");
    assertThat(
            api.post(
                    "/api/effects/" + effect + "/retry",
                    keys.with("owner"),
                    "{\"reason\":\"Twilio is back\"}")
                .statusCode())
        .isEqualTo(202);
    assertThat(messages()).hasSize(1);
  }

  @Test
  void a_type_that_lies_changes_nothing() {
    keep(
        0,
        aResponse().withHeader("Content-Type", "image/jpeg").withBody(Samples.bytes(Samples.CARD)));
    receiveFiles("MM1", CLEAN, 1);
    assertThat(states()).containsExactly("hold withheld", "examine withheld");
  }
}
