package io.gatehouse.attachments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Pictures, searched for codes; sizes are looked at before anything is unpacked. */
final class Pictures {

  /** A few kilobytes can unpack to gigabytes; no phone's camera sends more than this by MMS. */
  static final long MOST_PIXELS = 25_000_000;

  private static final int MOST_FRAMES = 60;

  /** More is not needed to read a code, and takes memory and seconds. */
  private static final long ENOUGH_PIXELS = 4_000_000;

  /** Each takes some 50 MB while it is searched. */
  private final Semaphore searching = new Semaphore(2);

  Reading read(final byte[] bytes, final String mime) {
    final Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mime);
    if (!readers.hasNext()) {
      return Reading.BLIND;
    }
    final ImageReader reader = readers.next();
    searching.acquireUninterruptibly();
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(stream, false, true);
      return read(reader);
    } catch (final IOException | RuntimeException broken) {
      return Reading.BLIND;
    } finally {
      searching.release();
      reader.dispose();
    }
  }

  private static Reading read(final ImageReader reader) throws IOException {
    final int frames = reader.getNumImages(true);
    if (frames < 1 || frames > MOST_FRAMES || pixels(reader, frames) > MOST_PIXELS) {
      return Reading.BLIND;
    }
    final List<Reading> readings = new ArrayList<>();
    for (int frame = 0; frame < frames; frame++) {
      Barcodes.in(picture(reader, frame)).stream().map(Pictures::read).forEach(readings::add);
    }
    return Reading.all(readings);
  }

  private static Reading read(final String code) {
    return code.stripLeading().regionMatches(true, 0, "BEGIN:VCARD", 0, 11)
        ? ContactCards.read(code)
        : new Reading(code, true);
  }

  private static long pixels(final ImageReader reader, final int frames) throws IOException {
    long pixels = 0;
    for (int frame = 0; frame < frames; frame++) {
      pixels += (long) reader.getWidth(frame) * reader.getHeight(frame);
    }
    return pixels;
  }

  private static BufferedImage picture(final ImageReader reader, final int frame)
      throws IOException {
    final long pixels = (long) reader.getWidth(frame) * reader.getHeight(frame);
    final int every = (int) Math.ceil(Math.sqrt((double) pixels / ENOUGH_PIXELS));
    final ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(Math.max(1, every), Math.max(1, every), 0, 0);
    return reader.read(frame, param);
  }
}
