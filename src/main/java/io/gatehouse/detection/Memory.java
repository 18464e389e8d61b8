package io.gatehouse.detection;

import io.gatehouse.base.Role;
import io.gatehouse.canonical.Canonical;
import io.gatehouse.canonical.Folder;
import io.gatehouse.detection.ScanRequest.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * The last short messages of a conversation and the one under scrutiny, as they would read in a
 * row: those of its sender first, then those of both sides.
 */
final class Memory {

  /** How many earlier messages are remembered. */
  private static final int DEPTH = 12;

  /** A longer message is no fragment. */
  static final int MAX_FRAGMENT = 200;

  /** A message with its index in the conversation. */
  record Said(int message, Role sender, Canonical text) {

    Said with(final Canonical other) {
      return new Said(message, sender, other);
    }
  }

  private Memory() {}

  /** The rows in which something may be put together; each ends with the current message. */
  static List<List<Said>> rows(final ScanRequest request, final Canonical current) {
    if (current.length() > MAX_FRAGMENT || request.earlier().isEmpty()) {
      return List.of();
    }
    final List<Said> all = all(request, current);
    final List<Said> own = all.stream().filter(said -> said.sender() == request.sender()).toList();
    final List<List<Said>> rows = new ArrayList<>();
    if (own.size() > 1) {
      rows.add(own);
    }
    if (own.size() < all.size()) {
      rows.add(all);
    }
    return rows;
  }

  private static List<Said> all(final ScanRequest request, final Canonical current) {
    final List<Said> all = new ArrayList<>();
    final int last = request.earlier().size();
    for (int i = Math.max(0, last - DEPTH); i < last; i++) {
      final Utterance said = request.earlier().get(i);
      if (said.text().length() <= 2 * MAX_FRAGMENT) {
        all.add(new Said(i, said.sender(), fold(said.text(), said.format())));
      }
    }
    all.add(new Said(last, request.sender(), current));
    return all;
  }

  static Canonical fold(final String text, final Format format) {
    return switch (format) {
      case PLAIN -> Folder.plain(text);
      case HTML -> Folder.html(text);
    };
  }
}
