package io.gatehouse.frames;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.base.Caller;
import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Role;
import io.gatehouse.chat.Asked;
import io.gatehouse.frames.RequestReader.Reading;
import io.gatehouse.testkit.TestClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that are good. */
class RequestReaderTest {

  private static final Caller CALLER =
      new Caller(OrganizationId.DEFAULT, new UUID(0, 1), "portal", Set.of(Caller.SENDER));

  private final RequestReader reader =
      new RequestReader(Clock.fixed(TestClock.START, ZoneOffset.UTC));

  private Request read(final String json) {
    return switch (reader.read(json.getBytes(UTF_8), CALLER)) {
      case Reading.Good good -> good.request();
      case Reading.Refused refused -> throw refused.why();
    };
  }

  private Asked message(final String members) {
    final String json =
        "{\"message\":{\"message_id\":1,\"thread_id\":\"t\",\"user_id\":\"u\"," + members + "}}";
    return ((Request.Intercept) read(json)).message();
  }

  @ParameterizedTest
  @CsvSource({
    "\"2026-03-02T14:30:00Z\", 2026-03-02T14:30:00Z",
    "\"2026-03-02T14:30:00.250+02:00\", 2026-03-02T12:30:00.250Z",
    "\"2026-03-02T14:30:00\", 2026-03-02T14:30:00Z",
    "1772461800000, 2026-03-02T14:30:00Z",
    "0, 1970-01-01T00:00:00Z"
  })
  void the_time_is_iso_8601_or_milliseconds(final String given, final Instant read) {
    assertThat(message("\"content\":\"x\",\"timestamp\":" + given).sentAt()).isEqualTo(read);
  }

  @Test
  void all_of_s3_4_and_ours_is_read() {
    final Asked asked =
        message(
            "\"content\":\"hé\",\"timestamp\":0,\"gps_lat\":45.5,\"gps_lon\":-73,"
                + "\"role\":\"provider\",\"language\":\"fr-CA\",\"unknown\":[1]");
    assertThat(asked.messageId()).isEqualTo("1");
    assertThat(asked.content()).isEqualTo("hé");
    assertThat(asked.position()).contains(new Asked.Position(45.5, -73));
    assertThat(asked.role()).contains(Role.PROVIDER);
    assertThat(asked.language()).isEqualTo("fr-CA");
  }

  @Test
  void what_no_database_keeps_is_replaced_and_does_not_help_to_dodge() {
    assertThat(message("\"content\":\"a\\u0000b\\ud800c\\ud83d\\ude00\",\"timestamp\":0").content())
        .isEqualTo("a\uFFFDb\uFFFDc😀");
  }

  @Test
  void what_is_typed_needs_neither_name_nor_time() {
    final String message = "\"message\":{\"thread_id\":\"t\",\"user_id\":\"u\",\"content\":\"x\"}";
    final Request preview = read("{\"type\":\"preview\"," + message + "}");
    assertThat(preview).isInstanceOf(Request.Preview.class);
    assertThat(((Request.Preview) preview).message().sentAt()).isEqualTo(TestClock.START);
    assertThat(read("{\"type\":\"intercept\",\"typing\":true," + message + "}")).isEqualTo(preview);
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    assertThat(reader.read(new byte[] {'"', (byte) 0xff, '"'}, CALLER))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> assertThat(refused.why().code()).isEqualTo("invalid_utf8"));
  }

  @Test
  void whatever_comes_is_read_or_refused() {
    final byte[] good =
        """
        {"type":"intercept","request_id":1.5e3,"message":{"message_id":"m","thread_id":"t",
        "user_id":"u","content":"\\ud83d","timestamp":"+999999999-12-31T23:59:59Z","gps_lat":1e9}}
        """
            .getBytes(UTF_8);
    final var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      final byte[] bytes = good.clone();
      for (int change = random.nextInt(4); change > 0; change--) {
        bytes[random.nextInt(bytes.length)] = good[random.nextInt(good.length)];
      }
      assertThat(reader.read(bytes, CALLER)).isNotNull();
    }
  }
}
