package io.gatehouse.detection;

import io.gatehouse.detection.Memory.Said;
import io.gatehouse.recognition.Fragment;
import io.gatehouse.recognition.Fragments;
import io.gatehouse.recognition.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Digits handed over in pieces, one message after the other. */
final class SplitNumbers {

  private static final String RULE = "memory.phone";

  /** One message's piece of a number. */
  private record Piece(Said said, Fragment fragment) {}

  private final Reading.Context context;
  private final RuleSet rules;
  private final Map<Integer, Reading> readings = new TreeMap<>();

  SplitNumbers(final Reading.Context context, final RuleSet rules) {
    this.context = context;
    this.rules = rules;
  }

  /**
   * The findings of the shortest number that ends in the last message of the row.
   *
   * @param all the whole conversation, to see what a piece answers
   */
  List<Finding> in(final List<Said> row, final List<Said> all) {
    final List<Piece> pieces = new ArrayList<>();
    final Said last = row.getLast();
    final boolean told = told(last);
    for (int i = row.size() - 1; i >= 0; i--) {
      final Piece piece = piece(row.get(i), all);
      if (piece == null && i == row.size() - 1 && !told) {
        return List.of();
      } else if (piece != null) {
        pieces.addFirst(piece);
        if (pieces.size() > 1 && Fragments.makeNumber(shape(pieces), setting(pieces, row, all))) {
          return findings(pieces);
        }
      }
    }
    return List.of();
  }

  /** Whether a message without digits may tell how to take those before. */
  private boolean told(final Said last) {
    return says(last, "piece_turned") || (says(last, "piece_local") && says(last, "piece_first"));
  }

  private Fragments.Setting setting(
      final List<Piece> pieces, final List<Said> row, final List<Said> all) {
    final int first = pieces.getFirst().said().message();
    final List<Said> near =
        all.stream().filter(said -> said.message() >= first - 1).filter(this::brief).toList();
    final boolean cued = near.stream().anyMatch(said -> says(said, "piece_cue"));
    final boolean local = near.stream().anyMatch(said -> says(said, "piece_local"));
    final boolean turned = near.stream().anyMatch(said -> says(said, "piece_turned"));
    final long sides = pieces.stream().map(piece -> piece.said().sender()).distinct().count();
    return new Fragments.Setting(
        context.region(), sides > 1, listed(row, first), cued, local, turned);
  }

  private boolean listed(final List<Said> row, final int first) {
    final List<Said> before = row.stream().filter(said -> said.message() < first).toList();
    final @Nullable Fragment last =
        before.isEmpty() ? null : Fragment.of(reading(before.getLast()));
    return last != null && last.bare();
  }

  private boolean brief(final Said said) {
    return said.text().length() <= Memory.MAX_FRAGMENT;
  }

  private boolean says(final Said said, final String type) {
    final Reading reading = reading(said);
    return reading.says(type, 0, reading.words().size());
  }

  private Reading reading(final Said said) {
    return readings.computeIfAbsent(said.message(), at -> Reading.of(said.text(), context));
  }

  private static List<Fragment> shape(final List<Piece> pieces) {
    return pieces.stream().map(Piece::fragment).toList();
  }

  private @Nullable Piece piece(final Said said, final List<Said> all) {
    final Fragment fragment = Fragment.of(reading(said));
    return fragment == null || asked(said, all) ? null : new Piece(said, fragment);
  }

  /** Whether the message before asks for or names something else: "order number?". */
  private boolean asked(final Said said, final List<Said> all) {
    return all.stream()
        .anyMatch(
            before ->
                before.message() == said.message() - 1
                    && brief(before)
                    && Fragments.named(reading(before)));
  }

  private List<Finding> findings(final List<Piece> pieces) {
    final List<Finding> findings = new ArrayList<>();
    for (final Piece piece : pieces) {
      final Collector collector = new Collector(piece.said().text(), piece.said().message(), rules);
      collector.add(piece.fragment().candidate(RULE));
      findings.addAll(collector.findings());
    }
    return findings;
  }
}
