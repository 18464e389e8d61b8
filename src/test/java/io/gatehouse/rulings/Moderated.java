package io.gatehouse.rulings;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.categories.Category;
import io.gatehouse.categories.Opinion;
import io.gatehouse.categories.Scores;
import io.gatehouse.categories.Thresholds;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Decisions on posts that no keyword makes, for tests of what follows. */
@Singleton
public final class Moderated {

  private static final OrganizationId HERE = OrganizationId.DEFAULT;

  private final Rulings rulings;
  private final Texts texts;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  Moderated(
      final Rulings rulings,
      final Texts texts,
      final TransactionOperations<Connection> transactions,
      final Clock clock) {
    this.rulings = rulings;
    this.texts = texts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** On a text of its own; answers the decision's id. */
  public String add(final String post, final Category category, final double score) {
    return add(post, opinion(category, score, false), Optional.of(post));
  }

  /** Somebody seeks help. */
  public String help(final String post) {
    return add(post, opinion(Category.SELF_HARM, 0.6, true), Optional.of(post));
  }

  /** On the text that was decided on last. */
  public String again(final String post, final Category category, final double score) {
    final Optional<String> same =
        rulings
            .current(HERE, new Source("post", post))
            .flatMap(last -> Optional.ofNullable(last.fingerprint()));
    return add(post, opinion(category, score, false), same);
  }

  public void forgetTexts() {
    texts.purge();
  }

  private String add(final String post, final Opinion opinion, final Optional<String> text) {
    final var ruling =
        new NewRuling(
            HERE,
            new Source("post", post),
            Optional.empty(),
            opinion,
            new NewRuling.Content(text, Optional.empty()),
            clock.instant());
    final List<UUID> added = transactions.executeWrite(status -> rulings.add(List.of(ruling)));
    return added.getFirst().toString();
  }

  private static Opinion opinion(final Category category, final double score, final boolean help) {
    return Opinion.of(
        Scores.of(Map.of(category, score)), help, Thresholds.STANDARD, "model:test", List.of());
  }
}
