package io.gatehouse.installing;

import io.gatehouse.audit.AuditLog;
import io.gatehouse.installing.Step.State;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one document of a site what it should be, or tells what is missing. What is right is not
 * touched; what was written is read back.
 */
@Singleton
class Settler {

  private static final String NAME = "name";

  private final AuditLog audit;

  Settler(final AuditLog audit) {
    this.audit = audit;
  }

  Step settle(final Order order, final Desired wanted) {
    try {
      final Optional<JsonNode> now = wanted.find().apply(order.desk());
      return order.wish().remove() ? removed(order, wanted, now) : settled(order, wanted, now);
    } catch (final SiteRefusal refused) {
      return Step.of(wanted.what(), State.FAILED, refused.reason());
    }
  }

  private Step settled(final Order order, final Desired wanted, final Optional<JsonNode> found) {
    if (found.isEmpty()) {
      return order.wish().apply()
          ? written(order, wanted, () -> order.desk().create(wanted.doctype(), wanted.whole()))
          : Step.of(wanted.what(), State.MISSING);
    }
    final JsonNode now = found.get();
    final List<String> differences = wanted.differences(now);
    final boolean secret = order.wish().setSecret() && !wanted.unread().isEmpty();
    if (differences.isEmpty() && !secret) {
      return Step.of(wanted.what(), State.PRESENT);
    }
    final boolean anew = wanted.mustBeMadeAnew(differences);
    if (!order.wish().apply()) {
      return differences.isEmpty()
          ? Step.of(wanted.what(), State.PRESENT)
          : Step.of(wanted.what(), State.DIFFERS, reason(anew, differences));
    }
    return written(order, wanted, () -> write(order.desk(), wanted, now, anew));
  }

  private static String reason(final boolean anew, final List<String> differences) {
    return anew ? Reasons.text("renamed") : Reasons.text("differs", String.join(", ", differences));
  }

  private static void write(
      final Desk desk, final Desired wanted, final JsonNode now, final boolean anew) {
    final String name = name(now);
    if (anew) {
      desk.delete(wanted.doctype(), name);
      desk.create(wanted.doctype(), wanted.whole());
    } else {
      desk.update(wanted.doctype(), name, wanted.changes());
    }
  }

  private Step written(final Order order, final Desired wanted, final Runnable writing) {
    writing.run();
    record(order, wanted, "erpnext.set");
    final Optional<JsonNode> now = wanted.find().apply(order.desk());
    final List<String> left = now.map(wanted::differences).orElse(List.of(NAME));
    return left.isEmpty()
        ? Step.of(wanted.what(), State.SET)
        : Step.of(wanted.what(), State.FAILED, Reasons.text("not_stuck", String.join(", ", left)));
  }

  private Step removed(final Order order, final Desired wanted, final Optional<JsonNode> now) {
    if (now.isEmpty()) {
      return Step.of(wanted.what(), State.ABSENT);
    }
    if (!order.wish().apply()) {
      return Step.of(wanted.what(), State.PRESENT);
    }
    order.desk().delete(wanted.doctype(), name(now.get()));
    record(order, wanted, "erpnext.removed");
    return Step.of(wanted.what(), State.REMOVED);
  }

  private void record(final Order order, final Desired wanted, final String action) {
    final var by = order.by();
    audit.record(
        by.organization(),
        by.name(),
        action,
        wanted.what(),
        null,
        Map.of("site", order.site().url().toString()));
  }

  private static String name(final JsonNode document) {
    return Desired.text(document, NAME).findFirst().orElse("");
  }
}
