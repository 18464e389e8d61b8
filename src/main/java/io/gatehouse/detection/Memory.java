package io.gatehouse.detection;

import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import io.gatehouse.detection.ScanRequest.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The last short messages of a conversation and the one under scrutiny, as they would read in a
 * row: all of them, and those of either side alone.
 */
final class Memory {

  /** How many earlier messages are remembered. */
  private static final int DEPTH = 10;

  /** A longer message is no fragment. */
  static final int MAX_FRAGMENT = 200;

  /** A message with its index in the conversation. */
  record Said(int message, Canonical text) {}

  private Memory() {}

  /** The rows in which something may be put together; each ends with the current message. */
  static List<List<Said>> rows(final ScanRequest request, final Canonical current) {
    final List<List<Said>> rows = new ArrayList<>();
    if (current.length() > MAX_FRAGMENT || request.earlier().isEmpty()) {
      return rows;
    }
    final List<Utterance> senders = request.earlier();
    add(rows, request, current, said -> true);
    senders.stream()
        .map(Utterance::sender)
        .distinct()
        .forEach(role -> add(rows, request, current, said -> said.sender() == role));
    return rows;
  }

  private static void add(
      final List<List<Said>> rows,
      final ScanRequest request,
      final Canonical current,
      final Predicate<Utterance> side) {
    final List<Said> row = new ArrayList<>();
    final int last = request.earlier().size();
    for (int i = Math.max(0, last - DEPTH); i < last; i++) {
      final Utterance said = request.earlier().get(i);
      if (side.test(said) && said.text().length() <= 2 * MAX_FRAGMENT) {
        row.add(new Said(i, fold(said.text(), said.format())));
      }
    }
    row.add(new Said(last, current));
    if (row.size() > 1) {
      rows.add(row);
    }
  }

  static Canonical fold(final String text, final Format format) {
    return switch (format) {
      case PLAIN -> Folder.plain(text);
      case HTML -> Folder.html(text);
    };
  }
}
