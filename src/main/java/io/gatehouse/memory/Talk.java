package io.gatehouse.memory;

import java.util.ArrayList;
import java.util.List;

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

  public Said last() {
    return all.getLast();
  }

  /** What the sender of the last message said. */
  List<Said> own() {
    return all.stream().filter(said -> said.sender() == last().sender()).toList();
  }

  /** The rows in which something may be put together: the sender's own, then both sides'. */
  List<List<Said>> rows() {
    final List<List<Said>> rows = new ArrayList<>();
    if (!last().brief()) {
      return rows;
    }
    final List<Said> own = own();
    if (own.size() > 1) {
      rows.add(own);
    }
    if (own.size() < all.size()) {
      rows.add(all);
    }
    return rows;
  }

  /** Whether the message before one asks for or names something else: "order number?". */
  public boolean asked(final Said said) {
    return all.stream()
        .anyMatch(
            before ->
                before.message() == said.message() - 1
                    && before.brief()
                    && Fragments.named(before.reading()));
  }
}
