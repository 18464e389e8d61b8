package io.gatehouse.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrippingTest {

  private static final byte[] JPEG = Samples.written(Samples.photo(120, 80), "jpg");
  private static final byte[] PNG = Samples.written(Samples.photo(120, 80), "png");
  private static final byte[] GIF = Samples.written(Samples.photo(120, 80), "gif");

  @Test
  void a_photo_loses_where_it_was_taken_and_not_a_pixel() throws IOException {
    final byte[] stripped = stripped(Samples.withPlace(JPEG, 1), "image/jpeg");
    assertThat(octets(stripped)).doesNotContain("GPS", "604-555", "Exif", "trail");
    assertThat(pixels(stripped)).isEqualTo(pixels(JPEG));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6, 8})
  void a_photo_stays_the_right_way_up(final int orientation) throws IOException {
    final byte[] stripped = stripped(Samples.withPlace(JPEG, orientation), "image/jpeg");
    assertThat(octets(stripped)).doesNotContain("GPS", "cam");
    final byte[] exif = Arrays.copyOfRange(stripped, 6, 38);
    assertThat(Orientation.of(exif)).contains(new Orientation(orientation));
    assertThat(pixels(stripped)).isEqualTo(pixels(JPEG));
  }

  @Test
  void a_png_loses_its_texts_and_what_hangs_behind_it() throws IOException {
    final byte[] written = Samples.withText(PNG, "604-555-0143");
    final byte[] longer = Arrays.copyOf(written, written.length + 5);
    final byte[] stripped = stripped(longer, "image/png");
    assertThat(octets(stripped)).doesNotContain("tEXt", "604");
    assertThat(octets(stripped)).endsWith("IEND\u00AE\u0042\u0060\u0082");
    assertThat(pixels(stripped)).isEqualTo(pixels(PNG));
  }

  @Test
  void a_gif_loses_its_comments_and_what_hangs_behind_it() throws IOException {
    final String comment = "!\u00FE\u000C604-555-0143\0";
    final String gif = octets(GIF);
    final int end = gif.length() - 1;
    final String longer = gif.substring(0, end) + comment + gif.substring(end) + "trail";
    final byte[] stripped = stripped(longer.getBytes(StandardCharsets.ISO_8859_1), "image/gif");
    assertThat(octets(stripped)).doesNotContain("604", "trail");
    assertThat(pixels(stripped)).isEqualTo(pixels(GIF));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/jpeg", "image/png", "image/gif"})
  void a_picture_that_is_broken_in_any_place_never_does_more_than_that(final String mime) {
    final byte[] whole = mime.endsWith("jpeg") ? JPEG : mime.endsWith("png") ? PNG : GIF;
    for (int at = 0; at < Math.min(whole.length, 700); at++) {
      final byte[] broken = whole.clone();
      broken[at] ^= (byte) 0xFF;
      Stripping.of(broken, mime);
      Stripping.of(Arrays.copyOf(whole, at), mime);
    }
    assertThat(Stripping.of(new byte[3], "image/png")).isEmpty();
  }

  @Test
  void other_files_stay_as_they_are() {
    assertThat(stripped(new byte[] {1, 2}, "application/pdf")).containsExactly(1, 2);
  }

  private static byte[] stripped(final byte[] bytes, final String mime) {
    return Stripping.of(bytes, mime).orElseThrow();
  }

  private static String octets(final byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static int[] pixels(final byte[] bytes) throws IOException {
    final BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
