package io.gatehouse.installing;

import io.gatehouse.accounts.ErpnextAccount.Site;
import io.gatehouse.frappe.FrappeClient;
import io.gatehouse.frappe.Listing;
import io.gatehouse.frappe.Reply;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A site, worked on as one of its users. What it does not do is a {@link SiteRefusal}.
 *
 * @param role what the user needs for all this, told when permission is missing
 */
record Desk(FrappeClient client, Site site, String role) {

  static final String ADMINISTRATOR = "System Manager";

  private static final int MOST = 500;

  Optional<JsonNode> read(final String doctype, final String name) {
    final Reply reply = client.read(site, doctype, name);
    if (reply instanceof final Reply.Answered answer && missing(answer)) {
      return Optional.empty();
    }
    return Optional.of(good(reply).document().orElseThrow(() -> SiteRefusal.of(reply, role)));
  }

  /** A wrong address is answered 404 as well, by a page instead of JSON. */
  private static boolean missing(final Reply.Answered answer) {
    return answer.status() == 404 && answer.excType().equals("DoesNotExistError");
  }

  List<JsonNode> list(
      final String doctype, final List<String> fields, final List<List<Object>> filters) {
    final Reply reply =
        client.list(site, doctype, new Listing(fields, filters, "name asc", 0, MOST));
    final Reply.Answered answer = good(reply);
    if (!answer.isList()) {
      throw SiteRefusal.of(reply, role);
    }
    return answer.documents();
  }

  /** The name of the document made. */
  String create(final String doctype, final Map<String, ?> document) {
    final Reply reply = client.create(site, doctype, document);
    return good(reply).name().orElseThrow(() -> SiteRefusal.of(reply, role));
  }

  void update(final String doctype, final String name, final Map<String, ?> fields) {
    good(client.update(site, doctype, name, fields));
  }

  void delete(final String doctype, final String name) {
    good(client.delete(site, doctype, name));
  }

  JsonNode ask(final String method) {
    final Reply reply = client.ask(site, method);
    return good(reply).message().orElseThrow(() -> SiteRefusal.of(reply, role));
  }

  JsonNode call(final String method, final Map<String, ?> arguments) {
    final Reply reply = client.call(site, method, arguments);
    return good(reply).message().orElseThrow(() -> SiteRefusal.of(reply, role));
  }

  private Reply.Answered good(final Reply reply) {
    if (reply instanceof final Reply.Answered answer
        && answer.status() < 300
        && answer.body() != null) {
      return answer;
    }
    throw SiteRefusal.of(reply, role);
  }
}
