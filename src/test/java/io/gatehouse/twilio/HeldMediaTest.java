package io.gatehouse.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attachments.Samples;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.media.Purges;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages whose files wait for the owner. */
@NullUnmarked
class HeldMediaTest extends MmsTest {

  private static final byte[] PHOTO = Samples.written(Samples.photo(30, 20), "png");

  @Inject Purges purges;

  @BeforeEach
  void hold() {
    mode("hold");
    keep(0, PHOTO);
  }

  @Test
  void text_and_file_wait_and_go_together() {
    receiveFiles("MM1", CLEAN, 1);
    assertThat(messages()).isEmpty();
    assertThat(states()).containsExactly("hold withheld");
    assertThat(notices()).containsExactly("media_waits");
    assertThat(forceSend(event(0)).statusCode()).isEqualTo(200);
    assertThat(forceSend(event(0)).statusCode()).isEqualTo(409);
    assertThat(messages())
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.body()).isEqualTo(CLEAN);
              assertThat(fetch(m.media().getFirst()).body()).startsWith(0x89, 'P', 'N', 'G');
            });
  }

  @Test
  void the_owner_may_look_at_the_file_and_a_stranger_may_not() {
    receiveFiles("MM1", CLEAN, 1);
    final String media = "/api/messages/events/" + event(0) + "/media";
    final var list = api.get(media, keys.with("owner"));
    assertThat(list.body())
        .contains("\"state\":\"fetched\"", "\"type\":\"image/png\"", "\"position\":0")
        .doesNotContain("http");
    final var file = api.get(media + "/0", keys.with("moderator"));
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
    assertThat(api.get(media + "/1", keys.with("owner")).statusCode()).isEqualTo(404);
    assertThat(api.get(media, keys.with("auditor")).statusCode()).isEqualTo(403);
    tables.execute("insert into organization (id, name) values ('other', 'Other')");
    final String other = keys.of(new OrganizationId("other"), "owner");
    assertThat(api.get(media, other).body()).isEqualTo("[]");
    assertThat(api.get(media + "/0", other).statusCode()).isEqualTo(404);
  }

  @Test
  void a_delivered_file_is_forgotten_after_a_day() {
    receiveFiles("MM1", CLEAN, 1);
    forceSend(event(0));
    final String link = messages().getFirst().media().getFirst();
    clock.advance(Duration.ofHours(3));
    purges.run();
    assertThat(fetch(link).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofHours(22));
    purges.run();
    assertThat(files()).containsExactly("purged image/png");
    assertThat(tables.one("select bytes is null from media_item")).isEqualTo("t");
    assertThat(tables.count("media_link")).isZero();
  }

  @Test
  void a_file_that_nobody_decided_about_is_forgotten_after_thirty_days() {
    receiveFiles("MM1", "", 1);
    clock.advance(Duration.ofDays(29));
    purges.run();
    assertThat(files()).containsExactly("fetched image/png");
    clock.advance(Duration.ofDays(2));
    purges.run();
    assertThat(files()).containsExactly("purged image/png");
    assertThat(forceSend(event(0)).body()).contains("nothing_left");
  }
}
