package io.gatehouse.attachments;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as people send them, made here. */
public final class Samples {

  public static final String CARD =
      """
      BEGIN:VCARD
      VERSION:3.0
      N:Smith;Sam;;;
      FN:Sam Smith
      ORG:Paws and Tails;
      item1.TEL;type=CELL:+1 604-555-0143
      item1.X-ABLabel:my own
      EMAIL:sam@paws.example
      URL:https://paws.example/sam
      NOTE:Write me there
      END:VCARD
      """
          .replace("\n", "\r\n");

  private Samples() {}

  public static byte[] bytes(final String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A photo of nothing in particular. */
  public static BufferedImage photo(final int width, final int height) {
    final var photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        photo.setRGB(x, y, Color.HSBtoRGB(x / (float) width, 0.5f, y / (float) height));
      }
    }
    return photo;
  }

  /** A photo with a code in it. */
  public static BufferedImage photoWith(
      final String code, final BarcodeFormat format, final Color dark, final Color light) {
    final BufferedImage photo = photo(900, 700);
    final BitMatrix matrix = matrix(code, format);
    final Graphics2D canvas = photo.createGraphics();
    canvas.setColor(light);
    canvas.fillRect(180, 180, matrix.getWidth() + 40, matrix.getHeight() + 40);
    for (int x = 0; x < matrix.getWidth(); x++) {
      for (int y = 0; y < matrix.getHeight(); y++) {
        if (matrix.get(x, y)) {
          photo.setRGB(200 + x, 200 + y, dark.getRGB());
        }
      }
    }
    canvas.dispose();
    return photo;
  }

  public static byte[] qr(final String code, final String format) {
    return written(photoWith(code, BarcodeFormat.QR_CODE, Color.BLACK, Color.WHITE), format);
  }

  public static byte[] written(final BufferedImage picture, final String format) {
    final var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (final IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Behind the start of a JPEG: where it was taken, and a comment. */
  public static byte[] withPlace(final byte[] jpeg, final int orientation) {
    final byte[] exif = exif(orientation);
    final byte[] comment = bytes("call 604-555-0143");
    return ByteBuffer.allocate(jpeg.length + exif.length + 4 + comment.length + 4 + 5)
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (exif.length + 2))
        .put(exif)
        .putShort((short) 0xFFFE)
        .putShort((short) (comment.length + 2))
        .put(comment)
        .put(jpeg, 2, jpeg.length - 2)
        .put(bytes("trail"))
        .array();
  }

  /** TIFF of Intel's order with an orientation and a place, given as text for a test to find. */
  private static byte[] exif(final int orientation) {
    return ByteBuffer.allocate(60)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(bytes("Exif\0\0II*\0"))
        .putInt(8)
        .putShort((short) 2)
        .putShort((short) 0x010F)
        .putShort((short) 2)
        .putInt(4)
        .put(bytes("cam\0"))
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putInt(orientation)
        .putInt(0)
        .put(bytes("GPS49.28N123.1W"))
        .array();
  }

  /** A few bytes that say they are twenty thousand pixels wide and high. */
  public static byte[] bomb() {
    final byte[] png = written(photo(8, 8), "png");
    final ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, 20_000).putInt(20, 20_000);
    final CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    header.putInt(29, (int) sum.getValue());
    return png;
  }

  /** A PNG with a chunk of text behind its header. */
  public static byte[] withText(final byte[] png, final String text) {
    final byte[] content = bytes("tEXt" + "Comment\0" + text);
    final CRC32 sum = new CRC32();
    sum.update(content);
    return ByteBuffer.allocate(png.length + content.length + 8)
        .put(png, 0, 33)
        .putInt(content.length - 4)
        .put(content)
        .putInt((int) sum.getValue())
        .put(png, 33, png.length - 33)
        .array();
  }

  private static BitMatrix matrix(final String code, final BarcodeFormat format) {
    try {
      return new MultiFormatWriter().encode(code, format, 260, 260);
    } catch (final WriterException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
