package io.gatehouse.canonical;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds code points to lower-case ASCII where a reader would: compatibility forms, look-alikes,
 * digits of any script; drops what cannot be seen. Letters of other scripts without a Latin
 * look-alike stay as they are.
 */
final class Folding {

  private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
  private static final Map<Integer, String> HINTS = hints();

  private Folding() {}

  /** Folds the code point that the original range stands for. */
  static boolean fold(final Canonical out, final int cp, final int start, final int end, int bits) {
    if (cp < 0x80) {
      return ascii(out, (char) cp, start, end, bits);
    }
    final int type = Character.getType(cp);
    final String hint = HINTS.get(cp);
    if (hint != null) {
      return hint(out, hint, start, end, bits | Mark.EMOJI_HINT.bit());
    }
    if (unseen(out, cp, type)) {
      return true;
    }
    if (type == Character.SPACE_SEPARATOR) {
      final int odd = cp == 0xA0 || cp == 0x202F ? 0 : Mark.ZERO_WIDTH.bit();
      return out.add(' ', start, end, bits | odd);
    }
    final int digit = digit(cp, type);
    if (digit >= 0) {
      return digits(out, digit, start, end, bits | script(cp));
    }
    final Character alike = Confusables.of(cp);
    if (alike != null) {
      final int mark = Character.isLetter(cp) || cp > 0xFFFF ? Mark.HOMOGLYPH.bit() : 0;
      return out.add(alike, start, end, bits | mark | capital(cp));
    }
    return decomposed(out, cp, start, end, bits);
  }

  private static boolean ascii(
      final Canonical out, final char c, final int start, final int end, final int bits) {
    if (c >= 'A' && c <= 'Z') {
      return out.add((char) (c + 32), start, end, bits | Mark.CAPITAL.bit());
    }
    return out.add(c == '\t' ? ' ' : c == '\r' ? '\n' : c, start, end, bits);
  }

  /** A picture that stands for a word. */
  private static boolean hint(
      final Canonical out, final String word, final int start, final int end, final int bits) {
    boolean room = out.add(' ', start, end, 0);
    for (int i = 0; i < word.length() && room; i++) {
      room = out.add(word.charAt(i), start, end, bits);
    }
    return room && out.add(' ', end, end, 0);
  }

  /** Combining marks, format and control characters: not seen, so not read, but remembered. */
  private static boolean unseen(final Canonical out, final int cp, final int type) {
    if (cp == 0x20E3) {
      out.markLast(Mark.EMOJI_DIGITS);
      return true;
    }
    if (type == Character.FORMAT || cp == 0x115F || cp == 0x3164 || cp == 0x2800) {
      out.markLast(Mark.ZERO_WIDTH);
      return true;
    }
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.CONTROL;
  }

  private static int digit(final int cp, final int type) {
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      return UCharacter.digit(cp, 10);
    }
    if (type != Character.OTHER_NUMBER) {
      return -1;
    }
    final double value = UCharacter.getUnicodeNumericValue(cp);
    return value >= 0 && value <= 20 && value == Math.rint(value) ? (int) value : -1;
  }

  private static boolean digits(
      final Canonical out, final int value, final int start, final int end, final int bits) {
    return (value < 10 || out.add((char) ('0' + value / 10), start, end, bits))
        && out.add((char) ('0' + value % 10), start, end, bits);
  }

  private static int script(final int cp) {
    if (cp >= 0xFF10 && cp <= 0xFF19) {
      return Mark.FULLWIDTH.bit();
    } else if (cp >= 0x660 && cp <= 0x669) {
      return Mark.ARABIC_INDIC.bit();
    } else if (cp >= 0x6F0 && cp <= 0x6F9) {
      return Mark.PERSIAN.bit();
    } else if (cp >= 0x966 && cp <= 0x96F) {
      return Mark.DEVANAGARI.bit();
    } else if (cp >= 0x9E6 && cp <= 0x9EF) {
      return Mark.BENGALI.bit();
    }
    return cp >= 0x2460 && cp <= 0x27BF ? Mark.EMOJI_DIGITS.bit() : Mark.HOMOGLYPH.bit();
  }

  private static boolean decomposed(
      final Canonical out, final int cp, final int start, final int end, final int bits) {
    final @Nullable String parts = NFKD.getDecomposition(cp);
    if (parts == null) {
      final int lower = Character.toLowerCase(cp);
      return out.add(lower > 0xFFFF ? '\uFFFD' : (char) lower, start, end, bits | capital(cp));
    }
    final int mark = styled(cp);
    boolean room = true;
    for (int i = 0; i < parts.length() && room; i++) {
      final char c = parts.charAt(i);
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        final char lower = Character.toLowerCase(c);
        final Character alike = Confusables.of(lower);
        room = out.add(alike == null ? lower : alike, start, end, bits | mark | capital(cp));
      }
    }
    return room;
  }

  private static int styled(final int cp) {
    if (cp >= 0xFF01 && cp <= 0xFF5E) {
      return Mark.FULLWIDTH.bit();
    }
    return cp >= 0x1D400 || (cp >= 0x2460 && cp <= 0x24FF) ? Mark.HOMOGLYPH.bit() : 0;
  }

  private static int capital(final int cp) {
    return Character.isUpperCase(cp) ? Mark.CAPITAL.bit() : 0;
  }

  private static Map<Integer, String> hints() {
    final Map<Integer, String> map = new HashMap<>();
    for (final String line : DataFile.read("emoji.txt").lines()) {
      final String word = line.substring(0, line.indexOf(' '));
      line.substring(word.length())
          .codePoints()
          .filter(cp -> cp > 0x7F)
          .forEach(cp -> map.put(cp, word));
    }
    return map;
  }
}
