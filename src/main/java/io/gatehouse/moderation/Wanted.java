package io.gatehouse.moderation;

import io.gatehouse.base.Page;
import io.gatehouse.base.Problem;
import io.gatehouse.categories.Category;
import io.gatehouse.categories.Ruling;
import io.gatehouse.rulings.Queue.Narrowed;
import io.gatehouse.rulings.Queue.Order;
import io.gatehouse.rulings.Source;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of the queue.
 *
 * @param kind of source: message, post, comment …
 * @param category what it is chiefly about
 * @param decision quarantine or block
 * @param since only what came in from then on
 * @param mine only what the caller holds
 * @param order oldest or riskiest
 * @param after the last page's {@code next}
 */
@Introspected
record Wanted(
    @QueryValue @Nullable String kind,
    @QueryValue @Nullable String category,
    @QueryValue @Nullable String decision,
    @QueryValue @Nullable Instant since,
    @QueryValue(defaultValue = "false") boolean mine,
    @QueryValue(defaultValue = "oldest") String order,
    @QueryValue @Nullable String after,
    @QueryValue(defaultValue = "50") @Min(1) @Max(Page.MOST) int limit) {

  private static final List<String> DECISIONS =
      List.of(Ruling.QUARANTINE.wire(), Ruling.BLOCK.wire());

  private static final List<String> CATEGORIES =
      Arrays.stream(Category.values()).map(Category::wire).toList();

  /**
   * @throws Problem 400 for a word that is none of those there are
   */
  Narrowed narrowed(final UUID key) {
    return narrowed(kind, category, decision, since, mine ? key : null);
  }

  static Narrowed narrowed(
      final @Nullable String kind,
      final @Nullable String category,
      final @Nullable String decision,
      final @Nullable Instant since,
      final @Nullable UUID holder) {
    if (kind != null && !Source.isKind(kind)) {
      throw Problem.badRequest("kind", "A kind of source is one lower-case word.");
    }
    return new Narrowed(
        kind,
        one("category", category, CATEGORIES),
        one("decision", decision, DECISIONS),
        since,
        holder);
  }

  /**
   * @throws Problem 400 for an order there is not
   */
  static Order order(final String wire) {
    return Arrays.stream(Order.values())
        .filter(order -> order.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> Problem.badRequest("order", "An order is oldest or riskiest."));
  }

  private static @Nullable String one(
      final String name, final @Nullable String value, final List<String> known) {
    if (value != null && !known.contains(value)) {
      throw Problem.badRequest(name, "It is one of " + String.join(", ", known) + ".");
    }
    return value;
  }
}
