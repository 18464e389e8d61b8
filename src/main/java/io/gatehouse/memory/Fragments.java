package io.gatehouse.memory;

import io.gatehouse.canonical.Digits.Group;
import io.gatehouse.canonical.Digits.Kind;
import io.gatehouse.memory.Fragment.Place;
import io.gatehouse.recognition.Numbering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether pieces of digits from several messages make a phone number. Ordinary numbers in several
 * messages stay harmless: the pieces must fall where people part a number, or be nothing but
 * digits, and most of them must stand apart from the talk.
 */
public final class Fragments {

  private static final int MIN_PIECE = 2;
  private static final int SINGLES = 5;
  private static final int LOCAL = 7;
  private static final int SHORTEST_NATIONAL = 10;
  private static final int SHORTEST_ABROAD = 9;
  private static final int LONGEST_NATIONAL = 12;

  /**
   * What is known of the row besides its pieces.
   *
   * @param twoSided whether both sides gave pieces, which needs clearer ones
   * @param listed whether the message before the pieces is nothing but digits too: a list
   * @param cued whether a message near the pieces speaks of calling
   * @param local whether a message leaves the area code out in so many words
   * @param turned whether a message says to read from the end
   */
  record Setting(
      String region,
      boolean twoSided,
      boolean listed,
      boolean cued,
      boolean local,
      boolean turned) {}

  private Fragments() {}

  static int digits(final List<Group> groups) {
    return groups.stream()
        .filter(group -> group.kind() != Kind.LEET)
        .mapToInt(group -> group.digits().length())
        .sum();
  }

  /** Whether the pieces, as said or in the order they name, are a phone number. */
  static boolean makeNumber(final List<Fragment> said, final Setting setting) {
    final List<Fragment> ordered = ordered(said);
    return number(said, setting, false)
        || (setting.turned() && number(said, setting, true))
        || (!ordered.equals(said) && number(ordered, setting, false));
  }

  private static List<Fragment> ordered(final List<Fragment> said) {
    final List<Fragment> ordered = new ArrayList<>(said);
    ordered.sort(Comparator.comparing(fragment -> rank(fragment.place())));
    return ordered;
  }

  private static int rank(final @Nullable Place place) {
    return place == null ? Place.MIDDLE.ordinal() : place.ordinal();
  }

  private static boolean number(
      final List<Fragment> pieces, final Setting setting, final boolean turned) {
    final StringBuilder joined = new StringBuilder();
    pieces.forEach(piece -> joined.append(piece.digits()));
    final String digits = turned ? joined.reverse().toString() : joined.toString();
    if (digits.length() < LOCAL || digits.length() > LONGEST_NATIONAL || amounts(pieces)) {
      return false;
    }
    final boolean clear = pieces.stream().allMatch(Fragment::clear);
    if (american(digits)) {
      return turned || american(pieces, digits, setting, clear);
    }
    if (pieces.getFirst().plus()) {
      return clear && Numbering.international("+" + digits) > 0;
    }
    final boolean local = digits.length() == LOCAL && parted(pieces, 0, 3);
    return clear
        && ((local && (setting.local() || (setting.cued() && !setting.twoSided())))
            || national(digits, setting.region())
            || abroad(pieces, digits, setting));
  }

  /** A number without its trunk zero: told to be one, or said in words and nothing else. */
  private static boolean abroad(
      final List<Fragment> pieces, final String digits, final Setting setting) {
    final boolean bare = pieces.stream().allMatch(Fragment::bare);
    final boolean spoken = pieces.stream().allMatch(Fragment::spoken);
    final boolean parted = parted(pieces, 0, 3) && parted(pieces, 0, 6);
    final boolean told = setting.cued() && parted && !setting.listed() && !setting.twoSided();
    return bare
        && (spoken || told)
        && digits.length() >= SHORTEST_ABROAD
        && planned(digits, setting.region());
  }

  private static boolean american(
      final List<Fragment> pieces,
      final String digits,
      final Setting setting,
      final boolean clear) {
    final int one = digits.length() - 10;
    if (parted(pieces, one, 3) && parted(pieces, one, 6)) {
      return clear || (!setting.twoSided() && (setting.cued() || mostlyClear(pieces)));
    }
    final boolean large = pieces.stream().allMatch(piece -> piece.size() >= MIN_PIECE);
    final boolean told = pieces.stream().anyMatch(Fragment::placed) || setting.cued();
    final boolean bare = pieces.stream().allMatch(Fragment::bare);
    final boolean whole = one == 0 || pieces.getFirst().size() != 2;
    return whole
        && !setting.listed()
        && !setting.twoSided()
        && (bare || (clear && told))
        && (large || singles(pieces));
  }

  private static boolean mostlyClear(final List<Fragment> pieces) {
    return pieces.size() > 2 && pieces.stream().filter(piece -> !piece.clear()).count() <= 1;
  }

  private static boolean singles(final List<Fragment> pieces) {
    return pieces.size() >= SINGLES && pieces.stream().allMatch(Fragment::bare);
  }

  /** Whether a message ends after so many digits, or the group of one of them does. */
  private static boolean parted(final List<Fragment> pieces, final int one, final int at) {
    int sum = -one;
    boolean parted = false;
    for (final Fragment piece : pieces) {
      for (final Group group : piece.groups()) {
        sum += group.digits().length();
        parted |= sum == at;
      }
    }
    return parted || at == 6 && ends(pieces, one + 3);
  }

  /** Whether the area code stands alone and the rest comes in one piece. */
  private static boolean ends(final List<Fragment> pieces, final int at) {
    return pieces.size() == 2 && pieces.getFirst().digits().length() == at;
  }

  /** Years, or nothing but round numbers. */
  private static boolean amounts(final List<Fragment> pieces) {
    return pieces.stream().allMatch(piece -> piece.size() > 1 && piece.digits().endsWith("0"))
        || pieces.stream().filter(piece -> year(piece.digits())).count() * 2 >= pieces.size();
  }

  private static boolean year(final String digits) {
    return digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
  }

  private static boolean american(final String digits) {
    final boolean one = digits.length() == 11 && digits.charAt(0) == '1';
    final String ten = one ? digits.substring(1) : digits;
    return ten.length() == 10 && ten.charAt(0) > '1' && ten.charAt(3) > '1' && ten.charAt(1) < '9';
  }

  private static boolean national(final String digits, final String region) {
    return digits.startsWith("0")
        && digits.length() >= SHORTEST_NATIONAL
        && planned(digits, region);
  }

  private static boolean planned(final String digits, final String region) {
    return Numbering.valid(digits, region) || Numbering.abroad(digits) != null;
  }
}
