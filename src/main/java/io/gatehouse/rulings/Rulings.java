package io.gatehouse.rulings;

import io.gatehouse.base.Ids;
import io.gatehouse.base.OrganizationId;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was decided on content. */
@Singleton
public class Rulings {

  /** By whom a decision is that only says that users complained (S4.9). */
  public static final String REPORT = "report";

  private final RulingRepository rulings;
  private final RulingWritingRepository writing;
  private final Ids ids;

  Rulings(final RulingRepository rulings, final RulingWritingRepository writing, final Ids ids) {
    this.rulings = rulings;
    this.writing = writing;
    this.ids = ids;
  }

  /**
   * Adds decisions inside the running transaction, in one round trip; what is quarantined or
   * blocked is queued for a person. Each must be on another source; one that may have been decided
   * on before is {@linkplain #hold held} first.
   *
   * @return the decisions' ids, in their order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<UUID> add(final List<NewRuling> added) {
    if (added.stream().map(Rulings::key).distinct().count() < added.size()) {
      throw new IllegalArgumentException("two decisions on one source at once");
    }
    final List<RulingRow> rows =
        added.stream().map(ruling -> RulingRow.of(ids.next(), ruling)).toList();
    if (!rows.isEmpty()) {
      writing.add(rows);
    }
    return rows.stream().map(RulingRow::id).toList();
  }

  /**
   * Waits until nobody else decides on the source or reviews it, and keeps others waiting until the
   * running transaction ends.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(final OrganizationId organization, final Source source) {
    final Optional<UUID> event = source.event();
    if (event.isPresent()) {
      rulings.holdMessage(organization.value(), event.get());
    } else {
      rulings.hold(organization.value(), source.kind(), source.id());
    }
  }

  /** What holds now of a source: the last decision on it, with the last word on that. */
  public Optional<StoredRuling> current(final OrganizationId organization, final Source source) {
    return history(organization, source, 1).stream().findFirst();
  }

  /** Decisions on a source, the newest first. */
  public List<StoredRuling> history(
      final OrganizationId organization, final Source source, final int most) {
    return rulings.of(organization.value(), source.kind(), source.id(), most);
  }

  public Optional<StoredRuling> find(final OrganizationId organization, final UUID id) {
    return rulings.find(organization.value(), id);
  }

  private static List<Object> key(final NewRuling ruling) {
    return List.of(ruling.organization(), ruling.source());
  }
}
