package io.gatehouse.catchup;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.base.Problem;
import io.gatehouse.catchup.Bookmarks.Look;
import io.gatehouse.catchup.Comparison.Task;
import io.gatehouse.erpnext.Found;
import io.gatehouse.frappe.Troubles;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the documents of a page that nobody told us of. */
@Singleton
final class Unheard {

  private static final Logger LOG = LoggerFactory.getLogger(Unheard.class);

  /** What fails so often stands in the way of all that follows, and is given up. */
  private static final int MOST_FAILURES = 5;

  private static final int BAD_REQUEST = 400;

  private final Lists lists;
  private final Found found;
  private final WatermarkRepository marks;
  private final Tidings tidings;
  private final Clock clock;

  Unheard(
      final Lists lists,
      final Found found,
      final WatermarkRepository marks,
      final Tidings tidings,
      final Clock clock) {
    this.lists = lists;
    this.found = found;
    this.marks = marks;
    this.tidings = tidings;
    this.clock = clock;
  }

  /**
   * @throws Halt when one could not be taken in but may be the next time
   */
  void take(final Task task, final List<Entry> page, final Look look) {
    final Map<String, Entry> missing = missing(task, page);
    final List<JsonNode> documents =
        missing.isEmpty()
            ? List.of()
            : lists.documents(task.site(), task.kind(), List.copyOf(missing.keySet()));
    final Set<Fate> fates = new HashSet<>();
    long taken = 0;
    for (final JsonNode document : documents) {
      final Entry entry = missing.remove(Lists.text(document, "name"));
      final Fate fate = entry == null ? Fate.NOTHING : take(task, entry, document, look);
      fates.add(fate);
      taken += fate == Fate.FOUND ? 1 : 0;
    }
    missing.values().forEach(gone -> see(task, gone));
    if (taken > 0) {
      tidings.found(task.organization(), task.kind(), taken);
    }
    if (fates.contains(Fate.FAILED)) {
      throw new Halt(Troubles.named("not_taken"));
    }
  }

  private enum Fate {
    FOUND,
    NOTHING,
    FAILED
  }

  private Map<String, Entry> missing(final Task task, final List<Entry> page) {
    final Map<String, Entry> missing = new LinkedHashMap<>();
    if (!page.isEmpty()) {
      final Set<String> unknown = unknown(task, page);
      page.stream()
          .filter(entry -> unknown.contains(entry.name()))
          .forEach(entry -> missing.put(entry.name(), entry));
      final List<String> keys = missing.values().stream().map(task.kind()::key).toList();
      final Set<String> seen = keys.isEmpty() ? Set.of() : seen(task, keys);
      missing.values().removeIf(entry -> seen.contains(task.kind().key(entry)));
    }
    return missing;
  }

  private Set<String> unknown(final Task task, final List<Entry> page) {
    final List<String> names = page.stream().map(Entry::name).distinct().toList();
    return found.unknown(task.organization(), task.kind().doctype(), names);
  }

  private Set<String> seen(final Task task, final List<String> keys) {
    return marks
        .seen(task.organization().value(), task.kind().doctype(), keys, MOST_FAILURES)
        .stream()
        .collect(Collectors.toSet());
  }

  private Fate take(final Task task, final Entry entry, final JsonNode document, final Look look) {
    final OrganizationId organization = task.organization();
    try {
      final boolean message = found.take(organization, task.kind().doctype(), document);
      if (see(task, entry) == 0 || !message || look.isFirst()) {
        return Fate.NOTHING;
      }
      LOG.warn(
          "{}: {} {} came without a webhook", organization, task.kind().doctype(), entry.name());
      return Fate.FOUND;
    } catch (final Problem unreadable) {
      if (unreadable.status() != BAD_REQUEST) {
        return failed(task, entry, unreadable);
      }
      LOG.warn(
          "{}: {} {}: {}", organization, task.kind().doctype(), entry.name(), unreadable.code());
      see(task, entry);
      return Fate.NOTHING;
    } catch (final RuntimeException failure) {
      return failed(task, entry, failure);
    }
  }

  /** Its message may quote a text, its kind does not. With the database away this fails as well. */
  private Fate failed(final Task task, final Entry entry, final RuntimeException failure) {
    final String what = failure.getClass().getName();
    LOG.warn(
        "{}: {} {} not taken: {}", task.organization(), task.kind().doctype(), entry.name(), what);
    marks.fail(
        task.organization().value(),
        task.kind().doctype(),
        task.kind().key(entry),
        clock.instant());
    return Fate.FAILED;
  }

  private int see(final Task task, final Entry entry) {
    return marks.see(
        task.organization().value(),
        task.kind().doctype(),
        task.kind().key(entry),
        clock.instant());
  }
}
