package io.gatehouse.retraction;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.frappe.FrappeClient;
import io.gatehouse.frappe.Reply;
import io.gatehouse.thread.Comments;
import io.micronaut.json.tree.JsonNode;
import java.util.Map;

/** A change to a document of a site that may be made again without harm. */
sealed interface Change {

  Reply make(FrappeClient client, Site site);

  /** The document as it is now. */
  Reply look(FrappeClient client, Site site);

  /** Whether a document shows that the change was made. */
  boolean madeIn(JsonNode document);

  /** The role the gateway's user needs for it. */
  String role();

  /** How an effect's outcome names it. */
  String done();

  /** As a sandbox notes it. */
  Map<String, Object> request();

  /** The text of a field, "" when there is none. */
  private static String text(final JsonNode document, final String field) {
    final JsonNode value = document.get(field);
    return value != null && value.isString() ? value.getStringValue() : "";
  }

  /**
   * Moves a Communication to another Issue. Frappe's own method for it asks for no permission and
   * tells nobody, where changing the document itself is Administrator's alone (v14 to v16:
   * frappe/email/__init__.py).
   */
  record Relink(String name, String issue) implements Change {

    private static final String METHOD = "frappe.email.relink";

    @Override
    public Reply make(final FrappeClient client, final Site site) {
      return client.call(site, METHOD, arguments());
    }

    @Override
    public Reply look(final FrappeClient client, final Site site) {
      return client.read(site, "Communication", name);
    }

    @Override
    public boolean madeIn(final JsonNode document) {
      return text(document, "reference_name").equals(issue);
    }

    @Override
    public String role() {
      return "Inbox User";
    }

    @Override
    public String done() {
      return "moved to " + issue;
    }

    @Override
    public Map<String, Object> request() {
      return Map.of("method", "POST", "path", "/api/method/" + METHOD, "body", arguments());
    }

    private Map<String, String> arguments() {
      return Map.of("name", name, "reference_doctype", "Issue", "reference_name", issue);
    }
  }

  /** Deletes a Communication or a Comment. */
  record Delete(String doctype, String name) implements Change {

    @Override
    public Reply make(final FrappeClient client, final Site site) {
      return client.delete(site, doctype, name);
    }

    @Override
    public Reply look(final FrappeClient client, final Site site) {
      return client.read(site, doctype, name);
    }

    @Override
    public boolean madeIn(final JsonNode document) {
      return false;
    }

    @Override
    public String role() {
      return doctype.equals(Comments.DOCTYPE) ? Comments.ROLE : "Inbox User";
    }

    @Override
    public String done() {
      return "deleted";
    }

    @Override
    public Map<String, Object> request() {
      return Map.of("method", "DELETE", "path", FrappeClient.path(doctype) + "/" + name);
    }
  }

  /**
   * Replaces an Issue's description.
   *
   * @param mark stands in the notice, and in nothing that people write
   * @param marked whether the mark is there once the change is made
   */
  record Describe(String issue, String html, String mark, boolean marked) implements Change {

    private static final String FIELD = "description";

    @Override
    public Reply make(final FrappeClient client, final Site site) {
      return client.update(site, "Issue", issue, Map.of(FIELD, html));
    }

    @Override
    public Reply look(final FrappeClient client, final Site site) {
      return client.read(site, "Issue", issue);
    }

    @Override
    public boolean madeIn(final JsonNode document) {
      return text(document, FIELD).contains(mark) == marked;
    }

    @Override
    public String role() {
      return "Support Team";
    }

    @Override
    public String done() {
      return "described anew";
    }

    @Override
    public Map<String, Object> request() {
      return Map.of(
          "method",
          "PUT",
          "path",
          FrappeClient.path("Issue") + "/" + issue,
          "body",
          Map.of(FIELD, html));
    }
  }
}
