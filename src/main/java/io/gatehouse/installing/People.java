package io.gatehouse.installing;

import io.gatehouse.frappe.PostingUser;
import io.micronaut.json.tree.JsonNode;
import java.util.Optional;
import java.util.Set;

/** Who somebody is on a site. */
final class People {

  /** Who may everything, whatever roles there are. */
  static final String ADMINISTRATOR = "Administrator";

  private People() {}

  static String loggedIn(final Desk desk) {
    final JsonNode user = desk.ask("frappe.auth.get_logged_user");
    return user.isString() ? user.getStringValue() : "?";
  }

  /** Of the user's roles those that somebody gave; empty when they may not be asked for. */
  static Optional<Set<String>> roles(final Desk desk, final String user) {
    try {
      return PostingUser.names(desk.ask(PostingUser.rolesOf(user)));
    } catch (final SiteRefusal unknown) {
      return Optional.empty();
    }
  }
}
