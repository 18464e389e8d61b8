package io.gatehouse.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last messages of a conversation, oldest first; the last is the one under scrutiny.
 *
 * @param all both sides, without messages too long to be remembered
 */
public record Talk(List<Said> all) {

  /** How many earlier messages are remembered. */
  public static final int DEPTH = 12;

  /** A longer message is no fragment. */
  public static final int MAX_FRAGMENT = 200;

  public Talk {
    all = List.copyOf(all);
  }

  Said last() {
    return all.getLast();
  }

  /** What the sender of the last message said. */
  List<Said> own() {
    return all.stream().filter(said -> said.sender() == last().sender()).toList();
  }

  /** The rows in which something may be put together: the sender's own, then both sides'. */
  List<List<Said>> rows() {
    final List<List<Said>> rows = new ArrayList<>();
    final List<Said> own = own();
    if (own.size() > 1) {
      rows.add(own);
    }
    if (own.size() < all.size()) {
      rows.add(all);
    }
    return rows;
  }

  /** The message directly before one, whoever said it. */
  @Nullable Said before(final Said said) {
    return all.stream()
        .filter(before -> before.message() == said.message() - 1)
        .findFirst()
        .orElse(null);
  }

  /** The last few short messages before the one under scrutiny, the latest first. */
  List<Said> lately(final int most) {
    final int end = all.size() - 1;
    return all.subList(Math.max(0, end - most), end).reversed().stream()
        .filter(Said::brief)
        .toList();
  }

  /** Whether digits in the last message answer to something else: "order number?". */
  public boolean labelled() {
    return Labels.before(this, last());
  }
}
