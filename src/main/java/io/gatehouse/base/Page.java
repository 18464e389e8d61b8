package io.gatehouse.base;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that may be long.
 *
 * @param next give it as {@code after} to read on; null on the last page
 */
@Serdeable
public record Page<T>(List<T> items, @Nullable String next) {

  /** The most that is answered at once. */
  public static final int MOST = 200;

  /**
   * Cuts a list that was read one row longer than asked for, by which a next page is known to
   * exist.
   *
   * @param position what the list is ordered by
   */
  public static <T> Page<T> of(
      final List<T> oneMore, final int limit, final ToLongFunction<T> position) {
    if (oneMore.size() <= limit) {
      return new Page<>(List.copyOf(oneMore), null);
    }
    final List<T> items = List.copyOf(oneMore.subList(0, limit));
    return new Page<>(items, Long.toString(position.applyAsLong(items.getLast())));
  }
}
