package io.gatehouse.installing;

import io.gatehouse.installing.Step.State;
import io.gatehouse.organization.SettingsBook;
import io.gatehouse.settings.ErpnextSettings.Watch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Issue Type of alerts, the priorities, the types that are watched, and our own fields. */
@Singleton
class DocumentChapter {

  private static final String TYPE = "Issue Type";
  private static final String FIELD = "Custom Field";
  private static final String NAME = "name";

  private final Settler settler;
  private final SettingsBook settings;

  DocumentChapter(final Settler settler, final SettingsBook settings) {
    this.settler = settler;
    this.settings = settings;
  }

  /** Types and priorities; what Issues may be of is never taken away. */
  List<Step> types(final Order order) {
    final List<Step> steps = new ArrayList<>();
    if (order.wish().remove()) {
      return steps;
    }
    Shipped.types().forEach(type -> steps.add(settler.settle(order, type(type))));
    settings.current(order.by().organization()).erpnext().watch().types().stream()
        .filter(type -> !type.equals(Watch.ANY))
        .sorted()
        .forEach(type -> steps.add(watched(order, type)));
    return steps;
  }

  private static Desired type(final Map<String, Object> shipped) {
    final Map<String, Object> identity = new LinkedHashMap<>(shipped);
    final String doctype = String.valueOf(identity.remove("doctype"));
    final String name = String.valueOf(identity.get(NAME));
    return new Desired(
        doctype + " " + name,
        doctype,
        Map.of(),
        identity,
        Map.of(),
        List.of(),
        desk -> desk.read(doctype, name));
  }

  private static Step watched(final Order order, final String type) {
    final String what = TYPE + " " + type + " (watched)";
    try {
      return order.desk().read(TYPE, type).isPresent()
          ? Step.of(what, State.PRESENT)
          : Step.of(what, State.NOTE, Reasons.text("type"));
    } catch (final SiteRefusal refused) {
      return Step.of(what, State.FAILED, refused.reason());
    }
  }

  /** The field that holds our reference, by which our own documents are known (B14). */
  List<Step> fields(final Order order) {
    final boolean kept = order.wish().remove() && !order.wish().fields();
    return Shipped.customFields().stream()
        .map(DocumentChapter::field)
        .map(
            field ->
                kept
                    ? Step.of(field.what(), State.NOTE, Reasons.text("kept_fields"))
                    : settler.settle(order, field))
        .toList();
  }

  /** Where it stands in the form, and what it is called there, is the site's to say. */
  private static Desired field(final Map<String, Object> shipped) {
    final Map<String, Object> values = new LinkedHashMap<>(shipped);
    final Map<String, Object> identity = new LinkedHashMap<>();
    for (final String free : List.of("label", "insert_after")) {
      identity.put(free, String.valueOf(values.remove(free)));
    }
    final String name = values.get("dt") + "-" + values.get("fieldname");
    return new Desired(
        FIELD + " " + name,
        FIELD,
        values,
        identity,
        Map.of(),
        List.of("dt", "fieldname"),
        desk -> desk.read(FIELD, name));
  }
}
