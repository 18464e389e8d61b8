package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attachments.Samples;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Files where nobody said how providers reach this server. */
@NullUnmarked
class MediaWithoutAddressTest extends MmsTest {

  @Override
  boolean isPublic() {
    return false;
  }

  @Test
  void a_clean_picture_waits_and_the_owner_is_told_what_to_set() {
    mode("inspect");
    keep(0, Samples.written(Samples.photo(30, 20), "png"));
    receiveFiles("MM1", CLEAN, 1);
    assertThat(messages()).isEmpty();
    assertThat(states()).containsExactly("hold withheld");
    assertThat(notices()).containsExactly("media_no_address");
    assertThat(api.get("/api/inbox", keys.with("owner")).body()).contains("PUBLIC_URL");
    assertThat(forceSend(event(0)).body()).contains("public_url_missing", "withheld");
  }

  @Test
  void a_file_that_could_not_be_had_keeps_no_text_back_for_that() {
    mode("hold");
    receiveFiles("MM1", CLEAN, 1);
    later();
    later();
    assertThat(forceSend(event(0)).statusCode()).isEqualTo(200);
    assertThat(messages()).singleElement().satisfies(m -> assertThat(m.body()).isEqualTo(CLEAN));
  }
}
