package io.gatehouse.installing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.base.Secret;
import io.gatehouse.frappe.WebhookSignature;
import io.gatehouse.installing.FakeDocuments.No;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A site of version 14, 15 or 16 as its administrator meets it over REST. Version 14 names webhooks
 * itself; only 16 has their max_retries here. Comments fire webhooks as a worker would.
 */
public final class FakeDesk implements AutoCloseable {

  public static final String ADMIN = "admin-key:admin-secret";

  private static final String MESSAGE = "message";
  private static final Pattern VALUE =
      Pattern.compile("\"(\\w+)\": \\{\\{ doc\\.(\\w+) \\| tojson }}");

  /** Before each of a worker's attempts. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(4));

  final FakeDocuments documents;
  final Set<String> apps = new TreeSet<>(Set.of("frappe", "erpnext"));
  final Set<String> forbidden = new TreeSet<>();

  private final Map<String, String> users = new HashMap<>(Map.of(ADMIN, "admin@example.com"));
  private final Map<String, Set<String>> roles =
      new HashMap<>(Map.of("admin@example.com", Set.of("System Manager")));
  private final List<String> writes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;
  private final int version;
  private Optional<URI> gateway = Optional.empty();

  public FakeDesk(final int version) {
    this.version = version;
    this.documents = new FakeDocuments(version);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (final IOException none) {
      throw new UncheckedIOException(none);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::receive);
    server.start();
    describe();
  }

  private void describe() {
    final ObjectNode webhook = FakeDocuments.JSON.createObjectNode().put("name", "Webhook");
    webhook.put("autoname", version == 14 ? "naming_series:" : "prompt");
    final var fields = webhook.putArray("fields");
    fields.addObject().put("fieldname", "request_url");
    if (version == 16) {
      fields.addObject().put("fieldname", "max_retries");
    }
    documents.insert("DocType", webhook);
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Where the workers' deliveries really go: PUBLIC_URL leads nowhere in a test. */
  public void delivers(final URI to) {
    gateway = Optional.of(to);
  }

  void gives(final String user, final String... some) {
    roles.put(user, Set.of(some));
  }

  void knows(final String key, final String user) {
    users.put(key, user);
  }

  void forgets(final String key) {
    users.remove(key);
  }

  public List<String> writes() {
    return List.copyOf(writes);
  }

  private void receive(final HttpExchange exchange) throws IOException {
    final String body =
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int status = 200;
    String answer;
    try {
      answer = answer(exchange, body);
    } catch (final No no) {
      status = no.status;
      answer = "{\"exc_type\":\"" + no.excType + "\",\"_server_messages\":\"[]\"}";
    }
    final byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().put("Content-Type", List.of("application/json"));
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized String answer(final HttpExchange exchange, final String body)
      throws IOException {
    final String token =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
    final String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/ping")) {
      return "{\"message\":\"pong\"}";
    }
    final String user = users.get(token.replace("token ", ""));
    if (user == null) {
      throw new No(401, "AuthenticationError");
    }
    final ObjectNode answer = FakeDocuments.JSON.createObjectNode();
    if (path.startsWith("/api/method/")) {
      final String method = path.substring("/api/method/".length());
      answer.set(MESSAGE, call(user, method, query(exchange), body));
    } else {
      answer.set("data", resource(exchange, path.substring("/api/resource/".length()), body));
    }
    return answer.toString();
  }

  private JsonNode call(
      final String user, final String method, final Map<String, String> query, final String body)
      throws IOException {
    final var json = FakeDocuments.JSON;
    return switch (method) {
      case "frappe.auth.get_logged_user" -> json.getNodeFactory().textNode(user);
      case "frappe.utils.change_log.get_versions" -> versions();
      case "frappe.core.doctype.user.user.get_roles" -> {
        final Set<String> all = new TreeSet<>(Set.of("All", "Guest"));
        all.addAll(roles.getOrDefault(query.getOrDefault("uid", ""), Set.of()));
        yield json.valueToTree(all);
      }
      case "frappe.core.doctype.user.user.generate_keys" ->
          keys(json.readTree(body).path("user").asText());
      default -> throw new No(404, "DoesNotExistError");
    };
  }

  private JsonNode versions() {
    final ObjectNode versions = FakeDocuments.JSON.createObjectNode();
    apps.forEach(app -> versions.putObject(app).put("version", version + ".2.1"));
    return versions;
  }

  private JsonNode keys(final String user) {
    writes.add("generate_keys " + user);
    final String secret = "secret" + writes.size();
    documents.get("User", user).put("api_key", "key-of-user").put("api_secret", secret);
    users.put("key-of-user:" + secret, user);
    return FakeDocuments.JSON.createObjectNode().put("api_secret", secret);
  }

  private JsonNode resource(final HttpExchange exchange, final String path, final String body)
      throws IOException {
    final String[] parts = path.split("/", 2);
    if (forbidden.contains(parts[0])) {
      throw new No(403, "PermissionError");
    }
    final String method = exchange.getRequestMethod();
    if (method.equals("GET")) {
      return parts.length == 2
          ? FakeDocuments.told(documents.get(parts[0], parts[1]))
          : list(parts[0], query(exchange));
    }
    writes.add(method + " " + path);
    if (method.equals("DELETE")) {
      documents.delete(parts[0], parts[1]);
      return FakeDocuments.JSON.getNodeFactory().textNode("ok");
    }
    final JsonNode fields = FakeDocuments.JSON.readTree(body);
    final ObjectNode document =
        method.equals("PUT")
            ? documents.change(parts[0], parts[1], fields)
            : documents.insert(parts[0], fields);
    if (parts[0].equals("Comment")) {
      fire(document);
    }
    return FakeDocuments.told(document);
  }

  private JsonNode list(final String doctype, final Map<String, String> query) throws IOException {
    final JsonNode filter = FakeDocuments.JSON.readTree(query.getOrDefault("filters", "[]"));
    final var list = FakeDocuments.JSON.createArrayNode();
    documents.all(doctype).stream()
        .filter(one -> fits(one, filter.path(0)))
        .map(FakeDocuments::told)
        .forEach(list::add);
    return list;
  }

  private static boolean fits(final ObjectNode document, final JsonNode filter) {
    final JsonNode wanted = filter.path(2);
    final String has = document.path(filter.path(0).asText()).asText();
    return wanted.isArray()
        ? wanted.toString().contains('"' + has + '"')
        : wanted.asText().equals(has);
  }

  private void fire(final ObjectNode comment) {
    for (final ObjectNode webhook : documents.all("Webhook")) {
      if (webhook.path("webhook_doctype").asText().equals("Comment") && gateway.isPresent()) {
        final ObjectNode sent = comment.deepCopy();
        Thread.ofVirtual().start(() -> send(webhook, sent));
      }
    }
  }

  private void send(final ObjectNode webhook, final ObjectNode comment) {
    final Matcher value = VALUE.matcher(webhook.path("webhook_json").asText());
    final ObjectNode payload = FakeDocuments.JSON.createObjectNode();
    while (value.find()) {
      payload.set(value.group(1), comment.get(value.group(2)));
    }
    final byte[] body = payload.toString().getBytes(StandardCharsets.UTF_8);
    final var secret = new Secret(webhook.path("webhook_secret").asText());
    final String path = URI.create(webhook.path("request_url").asText()).getPath();
    final HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.orElseThrow() + path))
            .header(
                WebhookSignature.HEADER,
                Base64.getEncoder().encodeToString(WebhookSignature.hmac(secret, body)))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    for (int attempt = 0; attempt < PAUSES.size() && !taken(request, attempt); attempt++) {}
  }

  private boolean taken(final HttpRequest request, final int attempt) {
    try {
      Thread.sleep(PAUSES.get(attempt));
      return http.send(request, BodyHandlers.discarding()).statusCode() < 400;
    } catch (final IOException refused) {
      return false;
    } catch (final InterruptedException ended) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static Map<String, String> query(final HttpExchange exchange) {
    final Map<String, String> query = new HashMap<>();
    final String raw = exchange.getRequestURI().getRawQuery();
    for (final String pair : Objects.requireNonNullElse(raw, "").split("&", -1)) {
      final String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
    }
    return query;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
