package io.gatehouse.detection;

import io.gatehouse.canonical.Digits.Group;
import io.gatehouse.canonical.Digits.Run;
import io.gatehouse.detection.Memory.Said;
import io.gatehouse.recognition.Fragments;
import io.gatehouse.recognition.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Digits handed over in pieces, one message after the other. */
final class SplitNumbers {

  private static final String RULE = "memory.phone";

  /** One message's piece of a number. */
  private record Piece(Said said, Reading reading, List<Group> groups) {}

  private final Reading.Context context;
  private final RuleSet rules;

  SplitNumbers(final Reading.Context context, final RuleSet rules) {
    this.context = context;
    this.rules = rules;
  }

  /** The findings of the longest number that ends in the last message of the row. */
  List<Finding> in(final List<Said> row) {
    final List<Piece> pieces = new ArrayList<>();
    for (int i = row.size() - 1; i >= 0; i--) {
      final Reading reading = Reading.of(row.get(i).text(), context);
      final Piece piece = piece(row.get(i), reading);
      if (piece == null && i == row.size() - 1) {
        return List.of();
      } else if (piece != null) {
        pieces.addFirst(piece);
        if (pieces.size() > 1 && Fragments.makeNumber(shape(pieces), context.region())) {
          return asked(row, i) ? List.of() : findings(pieces);
        }
      }
    }
    return List.of();
  }

  /** Whether the message before the first piece asks for something else: "order number?". */
  private boolean asked(final List<Said> row, final int first) {
    return first > 0 && Fragments.named(Reading.of(row.get(first - 1).text(), context));
  }

  private static List<Fragments.Piece> shape(final List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> new Fragments.Piece(piece.groups(), piece.reading()))
        .toList();
  }

  private @Nullable Piece piece(final Said said, final Reading reading) {
    final List<Run> runs =
        reading.runs().stream().filter(run -> Fragments.digits(run.groups()) > 0).toList();
    if (runs.isEmpty() || Fragments.named(reading) || Fragments.labelled(reading, runs.getLast())) {
      return null;
    }
    return new Piece(said, reading, runs.getLast().groups());
  }

  private List<Finding> findings(final List<Piece> pieces) {
    final List<Finding> findings = new ArrayList<>();
    for (final Piece piece : pieces) {
      final Collector collector = new Collector(piece.said().text(), piece.said().message(), rules);
      collector.add(Fragments.candidate(piece.groups(), RULE));
      findings.addAll(collector.findings());
    }
    return findings;
  }
}
