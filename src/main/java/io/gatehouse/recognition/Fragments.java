package io.gatehouse.recognition;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Digits.Group;
import io.gatehouse.canonical.Digits.Kind;
import io.gatehouse.canonical.Digits.Run;
import java.util.List;

/**
 * Whether pieces of digits from several messages make a phone number. Ordinary numbers in several
 * messages stay harmless: the pieces must fall where people part a number, or be nothing but
 * digits.
 */
public final class Fragments {

  private static final int MAX_PIECE = 7;
  private static final int MIN_PIECE = 2;
  private static final int SHORTEST_NATIONAL = 10;
  private static final int LONGEST_NATIONAL = 12;

  /** The digits of one message. */
  public record Piece(List<Group> groups, Reading reading) {

    /** Nothing but the digits was said. */
    boolean bare() {
      return reading.words().stream().filter(word -> !word.isBreak()).count() <= groups.size();
    }
  }

  private Fragments() {}

  public static int digits(final List<Group> groups) {
    return groups.stream()
        .filter(group -> group.kind() != Kind.LEET)
        .mapToInt(group -> group.digits().length())
        .sum();
  }

  /** Whether the message says what its digits are, or they are part of something else. */
  public static boolean labelled(final Reading reading, final Run run) {
    final Group first = run.groups().getFirst();
    final Group last = run.groups().getLast();
    final Canonical text = reading.text();
    return digits(run.groups()) > MAX_PIECE
        || reading.says("unit", reading.tokenAt(last.to()), reading.tokenAt(last.to()) + 1)
        || "$€£¥".indexOf(text.at(first.from() - 1)) >= 0 && first.from() > 0
        || decimal(text, run);
  }

  /** Whether the message speaks of references, orders, amounts. */
  public static boolean named(final Reading reading) {
    return reading.says("phone_label", 0, reading.words().size());
  }

  private static boolean decimal(final Canonical text, final Run run) {
    for (int i = 1; i < run.groups().size(); i++) {
      final Group before = run.groups().get(i - 1);
      final char c = text.at(before.to());
      final boolean touching = run.groups().get(i).from() == before.to() + 1;
      if (touching && ":,".indexOf(c) >= 0
          || (touching && c == '.' && before.digits().length() < 3)) {
        return true;
      }
    }
    return false;
  }

  public static boolean makeNumber(final List<Piece> pieces, final String region) {
    final StringBuilder digits = new StringBuilder();
    boolean parted = true;
    boolean bare = true;
    boolean large = true;
    for (final Piece piece : pieces) {
      piece.groups().forEach(group -> digits.append(group.digits()));
      bare &= piece.bare();
      large &= digits(piece.groups()) >= MIN_PIECE;
      final int sum = digits.length();
      parted &= sum == 3 || sum == 6 || sum == 10;
    }
    final String number = digits.toString();
    if (american(number)) {
      return parted || (bare && large);
    }
    return bare && number.startsWith("0") && national(number, region);
  }

  private static boolean american(final String digits) {
    final boolean one = digits.length() == 11 && digits.charAt(0) == '1';
    final String ten = one ? digits.substring(1) : digits;
    return ten.length() == 10 && ten.charAt(0) > '1' && ten.charAt(3) > '1' && ten.charAt(1) < '9';
  }

  private static boolean national(final String digits, final String region) {
    return digits.length() >= SHORTEST_NATIONAL
        && digits.length() <= LONGEST_NATIONAL
        && (PhoneShape.valid(digits, region) || PhoneShape.abroad(digits) != null);
  }

  /** A piece as evidence. */
  public static Candidate candidate(final List<Group> groups, final String rule) {
    final int from = groups.getFirst().from();
    final int to = groups.getLast().to();
    return new Candidate(from, to, "phone_number", rule, 0.8, "", "split_messages");
  }
}
