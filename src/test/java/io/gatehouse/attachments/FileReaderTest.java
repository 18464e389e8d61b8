package io.gatehouse.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import java.awt.Color;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileReaderTest {

  private final FileTypes types = new FileTypes();
  private final FileReader files = new FileReader();

  @ParameterizedTest
  @CsvSource({
    "jpg, image/jpeg, jpg",
    "png, image/png, png",
    "gif, image/gif, gif",
  })
  void a_picture_is_known_by_its_bytes(
      final String format, final String mime, final String extension) {
    assertThat(types.of(Samples.written(Samples.photo(20, 20), format)))
        .isEqualTo(new FileType(mime, extension));
  }

  @ParameterizedTest
  @CsvSource({
    "'%PDF-1.7', application/pdf",
    "'\uFEFFbegin:vcard', text/vcard",
    "'  <!doctype html><p>Sorry', text/html",
    "'<svg onload=\"x\"/>', image/svg+xml",
    "'See you at noon', text/plain",
    "'', text/plain",
    "'RIFFxxxxWEBP', image/webp",
  })
  void other_files_are_known_by_what_they_begin_with(final String text, final String mime) {
    assertThat(types.of(Samples.bytes(text)).mime()).isEqualTo(mime);
  }

  @Test
  void bytes_that_mean_nothing_are_no_text() {
    assertThat(types.of(new byte[] {1, 2, 3, 0}).mime()).isEqualTo("application/octet-stream");
  }

  @Test
  void text_is_read_in_the_encodings_phones_use() {
    for (final Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252")
        }) {
      assertThat(read("à bientôt".getBytes(charset))).isEqualTo(new Reading("à bientôt", true));
    }
  }

  @Test
  void every_part_of_a_card_is_read() {
    final Reading card = read(Samples.bytes(Samples.CARD));
    assertThat(card.whole()).isTrue();
    assertThat(card.text())
        .contains("Sam Smith", "604-555-0143", "sam@paws.example", "https://paws.example/sam")
        .contains("Write me there", "Paws and Tails", "my own");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN:VCARD\nVERSION:3.0\nFN:Sam\n",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Sam\nEND:VCARD\ncall 604-555-0143",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Sam\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\nEND:VCARD\n",
        "BEGIN:VCARD\nVERSION:2.1\nFN:Sam\nAGENT:\nBEGIN:VCARD\nEND:VCARD\nEND:VCARD\n",
        "BEGIN:VCARD",
        "BEGIN:VCARD\n;;;:::\nEND:VCARD",
      })
  void a_card_that_is_broken_or_holds_more_is_not_read_wholly(final String card) {
    assertThat(read(Samples.bytes(card)).whole()).isFalse();
  }

  @Test
  void a_card_with_a_large_portrait_is_read_beside_it() {
    final String portrait = "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD\r\n ".repeat(100_000);
    final String card = Samples.CARD.replace("END:VCARD", portrait + "\r\nEND:VCARD");
    final Reading read = read(Samples.bytes(card));
    assertThat(read.text()).contains("604-555-0143").hasSizeLessThan(1000);
    assertThat(read.whole()).isFalse();
  }

  @Test
  void a_plain_card_is_read_wholly() {
    assertThat(read(Samples.bytes("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sam\r\nEND:VCARD\r\n")))
        .isEqualTo(new Reading("Sam", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void a_code_in_a_picture_is_read(final String format) {
    assertThat(read(Samples.qr("tel:+16045550143", format)))
        .isEqualTo(new Reading("tel:+16045550143", true));
  }

  @ParameterizedTest
  @EnumSource(names = {"QR_CODE", "AZTEC", "DATA_MATRIX", "PDF_417", "CODE_128", "CODE_39"})
  void codes_of_every_kind_that_carries_text_are_read(final BarcodeFormat format) {
    final var photo = Samples.photoWith("6045550143", format, Color.BLACK, Color.WHITE);
    assertThat(read(Samples.written(photo, "png")).text()).isEqualTo("6045550143");
  }

  @Test
  void light_codes_on_dark_ground_are_read() {
    final var photo =
        Samples.photoWith("6045550143", BarcodeFormat.QR_CODE, Color.WHITE, Color.BLACK);
    assertThat(read(Samples.written(photo, "png")).text()).isEqualTo("6045550143");
  }

  @Test
  void a_card_in_a_code_is_a_card() {
    assertThat(read(Samples.qr(Samples.CARD, "png")).text()).contains("604-555-0143", "Sam Smith");
  }

  @Test
  void a_picture_without_codes_is_read_and_says_nothing() {
    assertThat(read(Samples.written(Samples.photo(300, 200), "jpg")))
        .isEqualTo(new Reading("", true));
  }

  @Test
  void a_picture_that_unpacks_to_gigabytes_is_not_unpacked() {
    assertThat(read(Samples.bomb())).isEqualTo(Reading.BLIND);
  }

  @Test
  void a_broken_picture_is_not_read() {
    final byte[] png = Samples.written(Samples.photo(300, 200), "png");
    final byte[] half = Arrays.copyOf(png, png.length / 2);
    assertThat(read(half).whole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%PDF-1.7 x", "<html>call 604-555-0143</html>", "#!AMR"})
  void what_cannot_be_looked_into_says_so(final String file) {
    assertThat(read(Samples.bytes(file))).isEqualTo(Reading.BLIND);
  }

  /** The largest picture that is searched, of the kind that looks most like codes. */
  @Test
  void noise_is_searched_within_seconds() {
    final var noise = Samples.photo(5000, 4900);
    final Random random = new Random(1);
    for (int i = 0; i < 3_000_000; i++) {
      noise.setRGB(random.nextInt(5000), random.nextInt(4900), random.nextBoolean() ? 0 : ~0);
    }
    final byte[] png = Samples.written(noise, "png");
    final long start = System.nanoTime();
    assertThat(read(png).whole()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  private Reading read(final byte[] bytes) {
    return files.read(bytes, types.of(bytes).mime());
  }
}
