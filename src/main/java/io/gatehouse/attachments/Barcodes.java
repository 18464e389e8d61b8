package io.gatehouse.attachments;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the codes in a picture say. */
final class Barcodes {

  /**
   * Those that carry text. Product codes are numbers of things, and ITF and Codabar are so weakly
   * checked that a striped pullover spells digits.
   */
  private static final List<BarcodeFormat> FORMATS =
      List.of(
          BarcodeFormat.QR_CODE,
          BarcodeFormat.AZTEC,
          BarcodeFormat.DATA_MATRIX,
          BarcodeFormat.PDF_417,
          BarcodeFormat.CODE_128,
          BarcodeFormat.CODE_39);

  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(DecodeHintType.POSSIBLE_FORMATS, FORMATS, DecodeHintType.TRY_HARDER, true);

  private Barcodes() {}

  /** Each once, also light codes on dark ground and those drawn in part by transparency. */
  static Set<String> in(final BufferedImage picture) {
    final Set<String> texts = new LinkedHashSet<>();
    final List<Color> grounds =
        picture.getColorModel().hasAlpha()
            ? List.of(Color.WHITE, Color.BLACK)
            : List.of(Color.WHITE);
    for (final Color ground : grounds) {
      final LuminanceSource source = source(picture, ground);
      add(texts, source);
      add(texts, source.invert());
    }
    return texts;
  }

  private static void add(final Set<String> texts, final LuminanceSource source) {
    try {
      final Result[] found =
          new GenericMultipleBarcodeReader(new MultiFormatReader())
              .decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), HINTS);
      Arrays.stream(found).map(Result::getText).forEach(texts::add);
    } catch (final NotFoundException none) {
      // Most pictures hold no code.
    }
  }

  private static LuminanceSource source(final BufferedImage picture, final Color ground) {
    final int width = picture.getWidth();
    final int height = picture.getHeight();
    final var flat = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    final Graphics2D canvas = flat.createGraphics();
    canvas.drawImage(picture, 0, 0, ground, null);
    canvas.dispose();
    return new RGBLuminanceSource(width, height, flat.getRGB(0, 0, width, height, null, 0, width));
  }
}
