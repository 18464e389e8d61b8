package io.gatehouse.installing;

import io.gatehouse.frappe.PostingUser;
import io.gatehouse.installing.Step.State;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether this is a site of a kind we know, and the key an administrator's. */
@Singleton
class SiteChapter {

  /** Who may everything, whatever roles there are. */
  private static final String ADMINISTRATOR = "Administrator";

  private static final Pattern MAJOR = Pattern.compile("v?([0-9]{1,3})\\b.*");
  private static final int OLDEST = 14;
  private static final int NEWEST = 16;

  List<Step> look(final Order order) {
    final List<Step> steps = new ArrayList<>();
    try {
      steps.add(administrator(order.desk()));
      steps.add(version(order.desk()));
      if ("http".equals(order.site().url().getScheme())) {
        steps.add(Step.of("connection", State.NOTE, Reasons.text("plain")));
      }
    } catch (final SiteRefusal refused) {
      steps.add(Step.of("site", State.FAILED, refused.reason()));
    }
    return steps;
  }

  private static Step administrator(final Desk desk) {
    final String user = loggedIn(desk);
    final boolean may = user.equals(ADMINISTRATOR) || isManager(desk, user);
    return may
        ? Step.of("administrator " + user, State.PRESENT)
        : Step.of("administrator", State.FAILED, Reasons.text("not_admin", user));
  }

  /** Where the roles cannot be asked for, what follows will tell. */
  private static boolean isManager(final Desk desk, final String user) {
    return roles(desk, user).map(roles -> roles.contains(Desk.ADMINISTRATOR)).orElse(true);
  }

  private static Step version(final Desk desk) {
    final JsonNode apps = desk.ask("frappe.utils.change_log.get_versions");
    final String frappe = version(apps, "frappe").orElse("?");
    return version(apps, "erpnext")
        .map(erpnext -> supported(frappe, erpnext))
        .orElseGet(
            () -> Step.of("version", State.FAILED, Reasons.text("no_erpnext", "Frappe " + frappe)));
  }

  private static Step supported(final String frappe, final String erpnext) {
    final String what = "Frappe " + frappe + ", ERPNext " + erpnext;
    final Matcher major = MAJOR.matcher(frappe);
    final int number = major.matches() ? Integer.parseInt(major.group(1)) : 0;
    return number >= OLDEST && number <= NEWEST
        ? Step.of(what, State.PRESENT)
        : Step.of(what, State.NOTE, Reasons.text("old", frappe));
  }

  private static Optional<String> version(final JsonNode apps, final String app) {
    return Optional.ofNullable(apps.isObject() ? apps.get(app) : null)
        .flatMap(found -> Desired.text(found, "version").findFirst());
  }

  private static String loggedIn(final Desk desk) {
    final JsonNode user = desk.ask("frappe.auth.get_logged_user");
    return user.isString() ? user.getStringValue() : "?";
  }

  /** Of the user's roles those that somebody gave; empty when they may not be asked for. */
  private static Optional<Set<String>> roles(final Desk desk, final String user) {
    try {
      return PostingUser.names(desk.ask(PostingUser.rolesOf(user)));
    } catch (final SiteRefusal unknown) {
      return Optional.empty();
    }
  }
}
