package io.gatehouse.fakesite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.fakesite.Rights.Deed;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a site does with documents: links and limits are checked, then rights, then webhooks fire.
 */
final class Desk {

  private static final String KEY = "custom_gateway_key";
  private static final int LONGEST_SUBJECT = 140;

  private final Store store;
  private final Rights rights;
  private final Hooks hooks;

  Desk(final Store store, final Rights rights, final Hooks hooks) {
    this.store = store;
    this.rights = rights;
    this.hooks = hooks;
  }

  /** Somebody who asks. */
  record User(String name, Set<String> roles) {}

  ObjectNode create(
      final User by, final String doctype, final Map<String, ?> fields, final Mischief mischief) {
    if (doctype.equals("Issue")) {
      requireLink("Issue Type", fields.get("issue_type"));
      requireLink("Issue Priority", fields.get("priority"));
      requireShort(fields.get("subject"));
    }
    rights.require(by.roles(), doctype, Deed.CREATE);
    requireUnique(doctype, fields.get(KEY));
    return insert(by.name(), doctype, fields, mischief);
  }

  /** What the site itself, or its portal, inserts: without a question. */
  ObjectNode insert(
      final String owner,
      final String doctype,
      final Map<String, ?> fields,
      final Mischief mischief) {
    final ObjectNode document = store.insert(doctype, owner, fields);
    if (doctype.equals("Issue")) {
      defaults(document, owner);
    }
    hooks.happened(document, "after_insert", mischief);
    hooks.happened(document, "on_update", mischief);
    return document;
  }

  private void defaults(final ObjectNode issue, final String owner) {
    final ObjectNode more = issue.objectNode();
    if (!issue.hasNonNull("status")) {
      more.put("status", "Open");
    }
    if (!issue.hasNonNull("raised_by")) {
      more.put("raised_by", owner);
    }
    final String name = issue.path("name").asText();
    store.change("Issue", name, owner, Json.map(more.toString()));
    issue.setAll(more);
  }

  ObjectNode read(final User by, final String doctype, final String name) {
    rights.require(by.roles(), doctype, Deed.READ);
    return store.find(doctype, name).orElseThrow(Refusal::missing);
  }

  ObjectNode change(
      final User by,
      final String doctype,
      final String name,
      final Map<String, ?> fields,
      final Mischief mischief) {
    if (store.find(doctype, name).isEmpty()) {
      throw Refusal.missing();
    }
    rights.require(by.roles(), doctype, Deed.WRITE);
    final ObjectNode document = store.change(doctype, name, by.name(), fields);
    hooks.happened(document, "on_update", mischief);
    return document;
  }

  void delete(final User by, final String doctype, final String name) {
    if (store.find(doctype, name).isEmpty()) {
      throw Refusal.missing();
    }
    rights.require(by.roles(), doctype, Deed.DELETE);
    store.remove(doctype, name);
  }

  /** {@code frappe.email.relink}: asks for no permission and fires no webhook. */
  void relink(final Map<String, Object> arguments) {
    final String name = String.valueOf(arguments.get("name"));
    store.change(
        "Communication",
        name,
        "",
        Map.of(
            "reference_doctype", String.valueOf(arguments.get("reference_doctype")),
            "reference_name", String.valueOf(arguments.get("reference_name")),
            "status", "Linked"));
  }

  private void requireLink(final String doctype, final @Nullable Object name) {
    if (name != null && !"".equals(name) && store.find(doctype, String.valueOf(name)).isEmpty()) {
      throw Refusal.invalid("LinkValidationError");
    }
  }

  private static void requireShort(final @Nullable Object subject) {
    if (subject == null || String.valueOf(subject).isBlank()) {
      throw Refusal.invalid("MandatoryError");
    }
    final String text = String.valueOf(subject);
    if (text.codePointCount(0, text.length()) > LONGEST_SUBJECT) {
      throw Refusal.invalid("CharacterLengthExceededError");
    }
  }

  /** Only once the custom field was made. */
  private void requireUnique(final String doctype, final @Nullable Object key) {
    final boolean made = store.find("Custom Field", doctype + "-" + KEY).isPresent();
    final JsonNode value = Json.node(key);
    if (made && value.isTextual() && store.has(doctype, KEY, value)) {
      throw Refusal.invalid("UniqueValidationError");
    }
  }
}
