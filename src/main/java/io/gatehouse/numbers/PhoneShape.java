package io.gatehouse.numbers;

import io.gatehouse.canonical.Digits.Kind;
import io.gatehouse.canonical.Mark;
import io.gatehouse.recognition.Numbering;
import org.jspecify.annotations.Nullable;

/**
 * What kind of number the digits could be, and how sure the writing alone makes us.
 *
 * @param number digits, with "+" when the country code is known
 */
record PhoneShape(String rule, String number, double confidence, boolean grouped) {

  /** Whether a whole number stands there, however it is parted. */
  boolean spoken() {
    return "phone.nanp".equals(rule) || "phone.national".equals(rule);
  }

  /** So many number words in a row are no amount. */
  private static final int LONG = 9;

  /** So many groups are single digits. */
  private static final int SINGLE = 8;

  static @Nullable PhoneShape of(final Window window) {
    final String digits = window.digits();
    if (!window.plus() && digits.charAt(0) != '0' && !american(digits.length())) {
      return null;
    }
    final boolean chance =
        window.has(Kind.SOUNDS) && window.has(Kind.FIGURES) && !grouped(window, false);
    if (window.twoNumbers() || chance) {
      return null;
    }
    if (window.plus()) {
      return international("+" + digits);
    }
    if (digits.startsWith("00") && digits.length() >= 11) {
      return dialled("+" + digits.substring(2));
    }
    if (digits.startsWith("011") && digits.length() >= 13) {
      return dialled("+" + digits.substring(3));
    }
    return american(window, digits);
  }

  private static boolean american(final int length) {
    return length == 7 || length == 10 || length == 11;
  }

  /** As dialled from home: only what the plan of the country knows. */
  private static @Nullable PhoneShape dialled(final String number) {
    final boolean known = number.charAt(1) > '0' && Numbering.valid(number, "ZZ");
    return known ? international(number) : null;
  }

  private static @Nullable PhoneShape international(final String number) {
    final double sure = Numbering.international(number);
    return sure > 0 ? new PhoneShape("phone.international", number, sure, true) : null;
  }

  /** Ten digits, area and exchange codes beginning with 2–9 (North American Numbering Plan). */
  private static @Nullable PhoneShape american(final Window window, final String digits) {
    final boolean one = digits.length() == 11 && digits.charAt(0) == '1';
    final String ten = one ? digits.substring(1) : digits;
    if (ten.length() == 7) {
      return local(window, ten);
    }
    if (ten.length() != 10 || ten.charAt(0) < '2' || ten.charAt(3) == '0' || ten.charAt(1) == '9') {
      return null;
    }
    final boolean grouped = grouped(window, one);
    return new PhoneShape("phone.nanp", "+1" + ten, written(window, grouped), grouped);
  }

  /** Seven digits: only where the sentence calls them a number. */
  private static @Nullable PhoneShape local(final Window window, final String seven) {
    final boolean two = window.size() == 2 && window.width(0) == 3;
    final boolean said = window.size() > 2 && spoken(window) && !window.has(Kind.SOUNDS);
    return (two || said) && seven.charAt(0) > '1'
        ? new PhoneShape("phone.local", seven, 0.2, false)
        : null;
  }

  private static double written(final Window window, final boolean grouped) {
    if (window.has(Kind.JUNK)) {
      return 0.2;
    } else if (window.has(Kind.VANITY)) {
      return grouped || freephone(window) ? 0.6 : 0.4;
    } else if (window.has(Kind.LEET)) {
      return grouped ? 0.6 : 0.2;
    } else if (window.has(Kind.SOUNDS)) {
      return 0.55;
    } else if (window.has(Kind.WORDS) || window.has(Kind.MIXED) || whole(window)) {
      return 0.8;
    } else if (disguised(window)) {
      return 0.8;
    } else if (grouped && window.separators() == Window.Separators.TALK) {
      return window.sequenced() ? 0.65 : 0.35;
    } else if (grouped) {
      return window.has(Kind.LETTERS) ? 0.85 : 0.8;
    }
    return switch (window.separators()) {
      case NONE -> 0.45;
      case USUAL -> window.size() == 2 && window.width(0) % 3 == 0 ? 0.5 : 0.3;
      case SINGLES -> 0.55;
      case ODD -> 0.65;
      case TALK -> window.size() >= SINGLE && window.sequenced() ? 0.55 : 0.3;
    };
  }

  private static boolean whole(final Window window) {
    return window.has(Kind.SPLIT) || window.has(Kind.SUM);
  }

  private static boolean freephone(final Window window) {
    final String digits = window.digits();
    return digits.startsWith("18") && window.width(0) == 1 && window.width(1) == 3;
  }

  /** Figures of another script or style, or with something unseen between them. */
  private static boolean disguised(final Window window) {
    final int marks = window.reading().text().marks(window.start(), window.end());
    return Mark.disguise(marks & ~(Mark.HTML_TABLE.bit() | Mark.HTML_HIDDEN.bit())) != null;
  }

  /** 3-3-4, the way North Americans write numbers. */
  private static boolean grouped(final Window window, final boolean one) {
    final int first = one && window.width(0) == 1 ? 1 : 0;
    int digits = one && first == 0 ? -1 : 0;
    boolean three = false;
    boolean six = false;
    for (int i = first; i < window.size(); i++) {
      digits += window.width(i);
      three |= digits == 3;
      six |= digits == 6;
    }
    final boolean rest = window.size() - first == 2 && window.width(first + 1) == 7;
    return three && (six || rest) && (window.size() - first <= 4 || sounded(window, first));
  }

  /** 604 555 oh won six too: figures in threes, then single sounds. */
  private static boolean sounded(final Window window, final int first) {
    return window.width(first) == 3
        && window.width(first + 1) == 3
        && window.kind(first) == Kind.FIGURES
        && window.kind(first + 1) == Kind.FIGURES
        && window.has(Kind.SOUNDS);
  }

  /** A number as written within a country; whether one has such numbers is left to be seen. */
  static @Nullable PhoneShape national(final Window window) {
    final String digits = window.digits();
    if (digits.length() < 8
        || digits.length() > 12
        || (window.has(Kind.SOUNDS) && window.has(Kind.FIGURES))
        || window.twoNumbers()
        || window.plus()
        || window.has(Kind.LEET)
        || window.has(Kind.JUNK)
        || window.crowded()
        || window.date()) {
      return null;
    }
    if (!digits.startsWith("0") && !disguised(window) && !spoken(window) && !window.cued()) {
      return null;
    }
    final boolean trunk = digits.startsWith("0") && digits.length() >= 10;
    final double spoken = spoken(window) ? 0.25 : 0;
    final boolean parted = window.size() > 1 && window.size() < 6;
    final boolean pairs = trunk && window.size() == 5 && digits.length() == 10;
    if (disguised(window)
        || (window.has(Kind.LETTERS) && window.cued())
        || (digits.length() >= LONG && spoken(window) && !window.has(Kind.FIGURES))) {
      return new PhoneShape("phone.national", digits, 0.6, window.size() > 1);
    }
    final boolean singles = trunk && window.size() >= SINGLE;
    final double sure =
        pairs || singles ? 0.6 : (trunk ? 0.4 : parted ? 0.2 : 0.1) + spoken + (parted ? 0.1 : 0);
    return new PhoneShape("phone.national", digits, sure, window.size() > 1);
  }

  private static boolean spoken(final Window window) {
    return window.has(Kind.WORDS) || window.has(Kind.MIXED);
  }
}
