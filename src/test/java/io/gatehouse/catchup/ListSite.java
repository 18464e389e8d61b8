package io.gatehouse.catchup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Sites that only have lists, each under a path of its own on one server. */
final class ListSite {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, ListSite> SITES = new ConcurrentHashMap<>();
  private static final HttpServer SERVER = start();

  private final List<ObjectNode> documents = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger answers = new AtomicInteger(Integer.MAX_VALUE);
  private volatile int status = 502;
  private volatile Runnable atNewest = () -> {};

  private ListSite() {}

  /** The site of an organization, with nothing in it. */
  static ListSite empty(final String organization) {
    final ListSite site = new ListSite();
    SITES.put(organization, site);
    return site;
  }

  static String url(final String organization) {
    return "http://localhost:" + SERVER.getAddress().getPort() + "/" + organization;
  }

  /** An e-mail in the thread of ISS-1. */
  ListSite mail(final String name, final String creation, final String html) {
    return add(
        "Communication",
        creation,
        Map.of(
            "name", name,
            "communication_type", "Communication",
            "sent_or_received", "Received",
            "sender", "ann@mail.ca",
            "content", html,
            "reference_doctype", "Issue",
            "reference_name", "ISS-1"));
  }

  ListSite add(final String doctype, final String stamp, final Map<String, String> fields) {
    final ObjectNode document = JSON.valueToTree(fields);
    document.put("doctype", doctype).put("creation", stamp).put("modified", stamp);
    documents.add(document);
    return this;
  }

  /** As its webhook tells it. */
  String told(final String name) {
    return documents.stream()
        .filter(one -> one.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .toString();
  }

  void remove(final String name) {
    documents.removeIf(one -> one.path("name").asText().equals(name));
  }

  /** After so many more answers it is away. */
  void leaveAfter(final int more, final int answer) {
    status = answer;
    answers.set(more);
  }

  void comeBack() {
    answers.set(Integer.MAX_VALUE);
  }

  /** What happens just after the newest document was asked for. */
  void then(final Runnable event) {
    atNewest = event;
  }

  /** The questions for whole documents, as they were asked. */
  List<String> fetched() {
    return asked.stream().filter(one -> one.contains("[\"*\"]")).toList();
  }

  int questions() {
    return asked.size();
  }

  private String answer(final String doctype, final Map<String, String> query) throws IOException {
    final String fields = query.getOrDefault("fields", "");
    asked.add(doctype + " " + fields + " " + query.get("filters"));
    final ArrayNode page = JSON.createArrayNode();
    final JsonNode filters = JSON.readTree(query.getOrDefault("filters", "[]"));
    documents.stream()
        .filter(one -> one.path("doctype").asText().equals(doctype) && fits(one, filters))
        .sorted(order(query.getOrDefault("order_by", "")))
        .skip(Integer.parseInt(query.getOrDefault("limit_start", "0")))
        .limit(Integer.parseInt(query.getOrDefault("limit_page_length", "20")))
        .forEach(one -> page.add(chosen(one, fields)));
    if (query.getOrDefault("order_by", "").contains("desc")) {
      atNewest.run();
    }
    return "{\"data\":" + page + "}";
  }

  private static ObjectNode chosen(final ObjectNode document, final String fields) {
    final ObjectNode copy = document.deepCopy();
    copy.remove("doctype");
    if (!fields.contains("*")) {
      copy.retain("name", "creation", "modified");
    }
    return copy;
  }

  private static boolean fits(final ObjectNode document, final JsonNode filters) {
    for (final JsonNode filter : filters) {
      final String has = document.path(filter.get(0).asText()).asText();
      final boolean fits =
          switch (filter.get(1).asText()) {
            case "=" -> has.equals(filter.get(2).asText());
            case ">=" -> has.compareTo(filter.get(2).asText()) >= 0;
            case "in" -> filter.get(2).toString().contains('"' + has + '"');
            default -> throw new IllegalArgumentException(filter.toString());
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static Comparator<ObjectNode> order(final String order) {
    final String field = order.startsWith("modified") ? "modified" : "creation";
    final Comparator<ObjectNode> ascending =
        Comparator.comparing((ObjectNode one) -> one.path(field).asText())
            .thenComparing(one -> one.path("name").asText());
    return order.contains("desc") ? ascending.reversed() : ascending;
  }

  private static HttpServer start() {
    try {
      final var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      final HttpServer server = HttpServer.create(here, 100);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", ListSite::serve);
      server.start();
      return server;
    } catch (final IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  private static void serve(final HttpExchange exchange) throws IOException {
    try (exchange) {
      final String[] path = exchange.getRequestURI().getPath().split("/");
      final ListSite site = SITES.get(path[1]);
      if (site == null || site.answers.getAndDecrement() <= 0) {
        exchange.sendResponseHeaders(site == null ? 404 : site.status, -1);
        return;
      }
      final byte[] body =
          site.answer(path[path.length - 1], query(exchange)).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Map<String, String> query(final HttpExchange exchange) {
    final Map<String, String> query = new HashMap<>();
    for (final String pair : exchange.getRequestURI().getRawQuery().split("&")) {
      final String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }
}
