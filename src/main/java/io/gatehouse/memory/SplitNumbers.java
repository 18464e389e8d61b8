package io.gatehouse.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Digits handed over in pieces, one message after the other. */
final class SplitNumbers {

  private static final String RULE = "memory.phone";

  /** One message's piece of a number. */
  private record Piece(Said said, Fragment fragment) {}

  private final List<Said> row;
  private final Talk talk;

  private SplitNumbers(final List<Said> row, final Talk talk) {
    this.row = row;
    this.talk = talk;
  }

  /**
   * The shortest number that ends in the last message of the row.
   *
   * @param talk the whole conversation, to see what a piece answers
   */
  static List<Joined> in(final List<Said> row, final Talk talk) {
    return new SplitNumbers(row, talk).find();
  }

  private List<Joined> find() {
    final List<Piece> pieces = new ArrayList<>();
    final Said last = row.getLast();
    for (int i = row.size() - 1; i >= 0; i--) {
      final Piece piece = piece(row.get(i));
      if (piece == null && i == row.size() - 1 && !told(last)) {
        return List.of();
      } else if (piece != null) {
        pieces.addFirst(piece);
        if (pieces.size() > 1 && Fragments.makeNumber(shape(pieces), setting(pieces))) {
          return List.of(new Joined(traces(pieces)));
        }
      }
    }
    return List.of();
  }

  /** Whether a message without digits may tell how to take those before. */
  private static boolean told(final Said last) {
    return Hints.turned(last.reading()) || (last.says("piece_local") && last.says("piece_first"));
  }

  private Fragments.Setting setting(final List<Piece> pieces) {
    final int first = pieces.getFirst().said().message();
    final List<Said> near =
        talk.all().stream()
            .filter(said -> said.message() >= first - 1)
            .filter(Said::brief)
            .toList();
    final long sides = pieces.stream().map(piece -> piece.said().sender()).distinct().count();
    return new Fragments.Setting(
        row.getLast().reading().context().region(),
        sides > 1,
        listed(first),
        near.stream().anyMatch(said -> said.says("piece_cue")),
        near.stream().anyMatch(said -> said.says("piece_local")),
        near.stream().anyMatch(said -> Hints.turned(said.reading())));
  }

  private boolean listed(final int first) {
    final List<Said> before = row.stream().filter(said -> said.message() < first).toList();
    final @Nullable Fragment last =
        before.isEmpty() ? null : Fragment.of(before.getLast().reading());
    return last != null && last.bare() && !last.says("piece_cue");
  }

  private static List<Fragment> shape(final List<Piece> pieces) {
    return pieces.stream().map(Piece::fragment).toList();
  }

  private @Nullable Piece piece(final Said said) {
    final Fragment fragment = Fragment.of(said.reading());
    return fragment == null || Labels.before(talk, said) ? null : new Piece(said, fragment);
  }

  private static List<Trace> traces(final List<Piece> pieces) {
    return pieces.stream()
        .map(
            piece ->
                new Trace(
                    piece.said().message(), piece.said().text(), piece.fragment().candidate(RULE)))
        .toList();
  }
}
