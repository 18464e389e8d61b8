package io.gatehouse.installing;

import io.gatehouse.frappe.PostingUser;
import io.gatehouse.installing.Step.State;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The user the gateway posts as. Roles are added and never taken away: who has more than we need
 * may be a person.
 */
@Singleton
class UserChapter {

  static final String USER = "User";

  private static final String SYSTEM_USER = "System User";
  private static final String ENABLED = "enabled";
  private static final String ROLES = "roles";

  Step look(final Order order) {
    final String what = USER + " " + order.user();
    try {
      final Optional<JsonNode> now = order.desk().read(USER, order.user());
      if (order.wish().remove()) {
        return now.map(user -> disabled(order, what, user)).orElse(Step.of(what, State.ABSENT));
      }
      return now.map(user -> mended(order, what, user)).orElseGet(() -> made(order, what));
    } catch (final SiteRefusal refused) {
      return Step.of(what, State.FAILED, refused.reason());
    }
  }

  private static Step made(final Order order, final String what) {
    final String roles = String.join(", ", new TreeSet<>(PostingUser.ROLES));
    if (!order.wish().apply()) {
      return Step.of(what, State.MISSING, Reasons.text("user_new", roles));
    }
    order.desk().create(USER, document(order.user()));
    final JsonNode now = order.desk().read(USER, order.user()).orElse(JsonNode.nullNode());
    final List<String> faults = faults(now);
    return faults.isEmpty()
        ? Step.of(what, State.SET, Reasons.text("user_new", roles))
        : Step.of(what, State.FAILED, Reasons.text("not_stuck", String.join("; ", faults)));
  }

  /** Nobody is written to: the address need not exist. */
  static Map<String, Object> document(final String user) {
    final Map<String, Object> document = new LinkedHashMap<>();
    document.put("email", user);
    document.put("first_name", "Gatehouse");
    document.put("user_type", SYSTEM_USER);
    document.put(ENABLED, 1);
    document.put("send_welcome_email", 0);
    document.put("thread_notify", 0);
    document.put(ROLES, rows(PostingUser.ROLES));
    return document;
  }

  private static Step mended(final Order order, final String what, final JsonNode user) {
    final Set<String> more = new TreeSet<>(roles(user));
    more.removeAll(PostingUser.ROLES);
    if (!more.isEmpty()) {
      return Step.of(what, State.FAILED, Reasons.text("person", String.join(", ", more)));
    }
    final List<String> faults = faults(user);
    if (faults.isEmpty()) {
      return Step.of(what, State.PRESENT);
    }
    if (!order.wish().apply()) {
      return Step.of(what, State.DIFFERS, String.join("; ", faults));
    }
    order
        .desk()
        .update(
            USER,
            order.user(),
            Map.of(ENABLED, 1, "user_type", SYSTEM_USER, ROLES, rows(PostingUser.ROLES)));
    final JsonNode now = order.desk().read(USER, order.user()).orElse(user);
    return faults(now).isEmpty()
        ? Step.of(what, State.SET)
        : Step.of(what, State.FAILED, Reasons.text("not_stuck", String.join("; ", faults(now))));
  }

  /** Disabled and not deleted: what it posted goes on naming it. */
  private static Step disabled(final Order order, final String what, final JsonNode user) {
    if (!Alike.same(1, user.get(ENABLED))) {
      return Step.of(what, State.ABSENT, Reasons.text("disabled"));
    }
    final Set<String> more = new TreeSet<>(roles(user));
    more.removeAll(PostingUser.ROLES);
    if (!more.isEmpty()) {
      return Step.of(what, State.FAILED, Reasons.text("person", String.join(", ", more)));
    }
    if (!order.wish().apply()) {
      return Step.of(what, State.PRESENT, Reasons.text("key_removed"));
    }
    order.desk().update(USER, order.user(), Map.of(ENABLED, 0));
    return Step.of(what, State.REMOVED, Reasons.text("disabled"));
  }

  private static List<String> faults(final JsonNode user) {
    final List<String> faults = new ArrayList<>();
    final Set<String> missing = new TreeSet<>(PostingUser.ROLES);
    missing.removeAll(roles(user));
    if (!missing.isEmpty()) {
      faults.add(Reasons.text("roles", String.join(", ", missing)));
    }
    if (!Alike.same(1, field(user, ENABLED))) {
      faults.add(Reasons.text("disabled"));
    }
    if (!Alike.same(SYSTEM_USER, field(user, "user_type"))) {
      faults.add(Reasons.text("not_desk"));
    }
    return faults;
  }

  private static JsonNode field(final JsonNode user, final String name) {
    final JsonNode value = user.isObject() ? user.get(name) : null;
    return value == null ? JsonNode.nullNode() : value;
  }

  private static Set<String> roles(final JsonNode user) {
    final Set<String> roles = new TreeSet<>();
    final JsonNode rows = field(user, ROLES);
    if (rows.isArray()) {
      rows.values().forEach(row -> Desired.text(row, "role").forEach(roles::add));
    }
    return roles;
  }

  private static List<Map<String, Object>> rows(final Set<String> roles) {
    return roles.stream().sorted().map(role -> Map.<String, Object>of("role", role)).toList();
  }
}
