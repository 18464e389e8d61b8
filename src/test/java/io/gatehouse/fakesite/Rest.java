package io.gatehouse.fakesite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.fakesite.Desk.User;
import io.gatehouse.fakesite.Rights.Deed;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Frappe's REST API, version 1, as far as the gateway uses it. */
final class Rest {

  private static final String RESOURCE = "/api/resource/";
  private static final String METHOD = "/api/method/";

  private final Store store;
  private final Rights rights;
  private final Desk desk;
  private final Map<String, User> users = new ConcurrentHashMap<>();

  Rest(final Store store, final Rights rights, final Desk desk) {
    this.store = store;
    this.rights = rights;
    this.desk = desk;
  }

  /** A request. */
  record Question(String method, URI address, @Nullable String authorization, String body) {

    String path() {
      return decoded(address.getRawPath());
    }

    Map<String, String> query() {
      final Map<String, String> query = new HashMap<>();
      final String raw = address.getRawQuery();
      for (final String pair : (raw == null ? "" : raw).split("&", -1)) {
        final int equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
        }
      }
      return query;
    }

    private static String decoded(final String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }

  void admit(final String authorization, final User user) {
    users.put(authorization, user);
  }

  /**
   * @throws Refusal when the site says no
   */
  String answer(final Question question, final Mischief mischief) {
    final String path = question.path();
    if (path.equals(METHOD + "ping")) {
      return "{\"message\":\"pong\"}";
    }
    final User by = user(question);
    if (path.startsWith(METHOD)) {
      final Object told = call(by, path.substring(METHOD.length()), question);
      return Json.write(Map.of("message", told));
    }
    if (!path.startsWith(RESOURCE)) {
      throw Refusal.missing();
    }
    final String[] parts = path.substring(RESOURCE.length()).split("/", 2);
    return parts.length == 1
        ? collection(question, by, parts[0], mischief)
        : document(question, by, parts[0], parts[1], mischief);
  }

  private Object call(final User by, final String method, final Question question) {
    return switch (method) {
      case "frappe.auth.get_logged_user" -> by.name();
      case "frappe.email.relink" -> {
        desk.relink(Json.map(question.body()));
        yield "ok";
      }
      case "frappe.core.doctype.user.user.get_roles" ->
          roles(question.query().getOrDefault("uid", ""));
      default -> throw Refusal.missing();
    };
  }

  private Set<String> roles(final String name) {
    final Set<String> roles = new TreeSet<>(Set.of("All", "Guest"));
    users.values().stream()
        .filter(user -> user.name().equals(name))
        .forEach(user -> roles.addAll(user.roles()));
    return roles;
  }

  private String collection(
      final Question question, final User by, final String doctype, final Mischief mischief) {
    if (question.method().equals("POST")) {
      return data(desk.create(by, doctype, Json.map(question.body()), mischief));
    }
    rights.require(by.roles(), doctype, Deed.READ);
    final List<ObjectNode> page = Filters.page(store.list(doctype), question.query());
    return "{\"data\":" + Json.write(page) + "}";
  }

  private String document(
      final Question question,
      final User by,
      final String doctype,
      final String name,
      final Mischief mischief) {
    return switch (question.method()) {
      case "PUT" -> data(desk.change(by, doctype, name, Json.map(question.body()), mischief));
      case "DELETE" -> {
        desk.delete(by, doctype, name);
        yield "{\"data\":\"ok\"}";
      }
      default -> data(desk.read(by, doctype, name));
    };
  }

  private static String data(final ObjectNode document) {
    return "{\"data\":" + document + "}";
  }

  /** A wrong key is 401; none is a guest, who may nothing. */
  private User user(final Question question) {
    if (question.authorization() == null) {
      throw Refusal.forbidden();
    }
    return Optional.ofNullable(users.get(question.authorization()))
        .orElseThrow(() -> new Refusal(401, "AuthenticationError"));
  }
}
